import { Form, Link } from "@remix-run/react";
import { DiffEffect, type EffectLine } from "#app/components/manage/diff-effect.tsx";
import { DiffItem } from "#app/components/manage/diff-item.tsx";
import { DiffRest } from "#app/components/manage/diff-rest.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { largerStep } from "#app/domain/framework/bump.ts";
import { changeKinds } from "#app/domain/framework/diff.ts";
import type { DiffView } from "#app/domain/framework/diff-view.ts";
import type { VersionUse } from "#app/domain/framework/effect.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

type Props = { slug: string; title: string; versions: readonly string[]; from: string; to: string; diff: DiffView | null; effects: readonly EffectLine[]; use: VersionUse };

/** Names of the fields in the address. */
export const diffNames = { from: "van", to: "naar", kind: "soort", page: "pagina" } as const;

/** Two versions of a framework side by side: in short, what it does to rounds, and part by part. */
export function FrameworkDiff({ slug, title, versions, from, to, diff, effects, use }: Props) {
  const t = useMessages(frameworkDiff);
  return (
    <>
      <BackLink to={paths.framework(slug, to)}>{title}</BackLink>
      <PageHead title={t.title(title)} eyebrow={diff ? t.eyebrow(from, to) : undefined} lead={t.lead} />
      {diff ? (
        <>
          <Choice slug={slug} versions={versions} from={from} to={to} diff={diff} />
          <InShort diff={diff} from={from} to={to} />
          <DiffEffect effects={effects} use={use} from={from} to={to} />
          <DiffRest diff={diff} from={from} to={to} />
          <h2 id="onderdelen">{t.partsTitle}</h2>
          {diff.items.length === 0 ? (
            <EmptyState title={t.nothing}>{t.nothingHere}</EmptyState>
          ) : (
            <ul className="diff-list">
              {diff.items.map((item) => (
                <DiffItem key={item.key} item={item} from={from} to={to} />
              ))}
            </ul>
          )}
          <DiffPages diff={diff} to={(page) => `${paths.frameworkDiff(slug, { from, to, kind: diff.kind, page })}#onderdelen`} />
        </>
      ) : (
        <EmptyState title={t.onlyOne}>{t.onlyOneMore}</EmptyState>
      )}
    </>
  );
}

type Chosen = { slug: string; from: string; to: string; diff: DiffView };

function Choice({ slug, versions, from, to, diff }: Chosen & { versions: readonly string[] }) {
  const t = useMessages(frameworkDiff);
  const numbers = versions.map((version) => ({ value: version, label: version }));
  return (
    <Form method="get" action={paths.frameworkDiff(slug)} className="search-form" key={[from, to, diff.kind].join()}>
      <Select name={diffNames.from} label={t.from} empty={false} defaultValue={from} options={numbers} />
      <Select name={diffNames.to} label={t.to} empty={false} defaultValue={to} options={numbers} />
      <Select name={diffNames.kind} label={t.show} empty={false} defaultValue={diff.kind} options={useKinds(diff)} />
      <div className="search-form__submit">
        <button type="submit" className="button">
          {t.apply}
        </button>
      </div>
    </Form>
  );
}

/** The kinds of change to choose from, each with how many there are. */
export function useKinds({ counts, kind: shown }: Pick<DiffView, "counts" | "kind">): { value: string; label: string }[] {
  const t = useMessages(frameworkDiff);
  const changed = changeKinds.reduce((sum, kind) => sum + (kind === "same" ? 0 : counts[kind]), 0);
  return [
    { value: "changed", label: t.counted(t.kinds.changed, changed) },
    ...changeKinds.filter((kind) => counts[kind] > 0 || kind === shown).map((kind) => ({ value: kind, label: t.counted(t.kinds[kind], counts[kind]) })),
    { value: "all", label: t.counted(t.kinds.all, changed + counts.same) },
  ];
}

function InShort({ diff: { counts, step }, from, to }: { diff: DiffView; from: string; to: string }) {
  const t = useMessages(frameworkDiff);
  // Below 1.0.0 nothing is promised yet, so there a minor step holds everything.
  const named = (size: keyof typeof t.steps) => (size === "minor" && from.startsWith("0.") ? t.minorBelowOne : t.steps[size]);
  const fits = step !== null && largerStep(step.given, step.needed) === step.given;
  return (
    <>
      <h2>{t.summary}</h2>
      <ul className="diff-counts">
        {changeKinds.map((kind) =>
          counts[kind] === 0 ? null : (
            <li key={kind}>
              <span className={`badge diff-badge diff-badge--${kind}`}>{t.kind[kind]}</span> {counts[kind]}
            </li>
          ),
        )}
      </ul>
      {step ? (
        <>
          <p>{fits ? t.stepFits(from, to, named(step.given)) : t.stepShort(from, to, named(step.given), named(step.needed))}</p>
          <Explain title={t.stepRuleTitle}>{t.stepRule}</Explain>
        </>
      ) : null}
    </>
  );
}

/** The way to the other pages of the parts. */
export function DiffPages({ diff: { page, pages }, to: at }: { diff: DiffView; to: (page: number) => string }) {
  const t = useMessages(frameworkDiff);
  const { next, previous } = useMessages(manage);
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={t.pages}>
      {page > 1 ? <Link to={at(page - 1)}>{previous}</Link> : null}
      <span>{t.page(page, pages)}</span>
      {page < pages ? <Link to={at(page + 1)}>{next}</Link> : null}
    </nav>
  );
}
