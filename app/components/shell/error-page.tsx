import { BrandMark } from "#app/components/shell/brand-mark.tsx";
import type { Text } from "#app/domain/text.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";
import { paths } from "#app/paths.ts";

type Props = { status: number; text: Text | null; reference?: string; whole?: boolean };

/** What happened, what was kept, what to do. Never the words of an exception. */
export function ErrorPage({ status, text, reference, whole = false }: Props) {
  const t = useMessages(shell);
  const language = useLanguage();
  const known = text !== null && typeof text === "object" && typeof text[language] === "string";
  const body = (
    <div className="error-page">
      <span className="error-page__mark">
        <BrandMark size={56} />
      </span>
      <h1>{status === 404 ? t.notFoundTitle : status === 500 ? t.unexpectedTitle : t.problem}</h1>
      <p>{known ? text[language] : status === 404 ? t.notFound : status < 500 ? t.refused : t.unexpected}</p>
      {reference ? <p className="reference">{reference}</p> : null}
      <p>
        <a className="button" href={paths.home()}>
          {t.toStart}
        </a>
      </p>
    </div>
  );
  return whole ? <main id="content" className="page page--alone">{body}</main> : body;
}
