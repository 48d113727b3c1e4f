import { dayInWords, isoDay, momentInWords } from "#app/domain/format.ts";
import { useLanguage } from "#app/messages/catalogue.ts";

type Props = { at: Date | string; clock?: boolean };

/** A day in words ("di 12 mei 2026"), with the time when `clock`. A string is a day ("2026-05-12"). */
export function DateText({ at, clock = false }: Props) {
  const language = useLanguage();
  if (typeof at === "string") return <time dateTime={at}>{dayInWords(at, language)}</time>;
  return clock ? <time dateTime={at.toISOString()}>{momentInWords(at, language)}</time> : <time dateTime={isoDay(at)}>{dayInWords(at, language)}</time>;
}
