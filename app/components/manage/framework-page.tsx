import { Form, Link } from "@remix-run/react";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { LevelCards } from "#app/components/ui/level-cards.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { FrameworkFacts, type FrameworkLine } from "#app/components/manage/library-list.tsx";
import { FrameworkExport, type Exports } from "#app/components/manage/framework-export.tsx";
import { FrameworkOrigin, type Origin } from "#app/components/manage/framework-origin.tsx";
import { FrameworkTree, Objectives, type AreaLine } from "#app/components/manage/framework-tree.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

type Group = { readonly key: string; readonly who: string; readonly items: number; readonly minutes: number; readonly shortItems: number; readonly shortMinutes: number };
type Sample = { readonly title: string; readonly question: string; readonly objectives: readonly string[]; readonly choices: readonly { readonly value: number; readonly statement: string; readonly example: string | undefined }[] };
type Props = Origin & { card: FrameworkLine; compared: boolean; groups: readonly Group[]; as: string | null; areas: readonly AreaLine[]; sample: Sample | null; exports: Exports };

/** Name of the field for the function group, in the address. */
export const asName = "als";

/** One framework version: where it comes from, who is asked what, and the questions in the words of one function. */
export function FrameworkPage({ card, compared, groups, as, areas, sample, exports, ...origin }: Props) {
  const t = useMessages(manage);
  const { compare } = useMessages(frameworkDiff);
  const chosen = groups.find(({ key }) => key === as);
  return (
    <>
      <BackLink to={paths.library()}>{t.library}</BackLink>
      <PageHead title={card.title} eyebrow={t.versionOf(card.version)} lead={card.description} />
      <FrameworkFacts framework={card} wide />
      {compared ? (
        <p>
          <Link to={paths.frameworkDiff(card.slug, { to: card.version })}>{compare}</Link>
        </p>
      ) : null}
      <FrameworkOrigin {...origin} />
      <FrameworkExport slug={card.slug} version={card.version} {...exports} />
      <h2>{t.timeTitle}</h2>
      {groups.length === 0 ? <p>{t.noGroups}</p> : <Times groups={groups} />}
      <h2 id="voorbeeld">{chosen ? t.asTitle(chosen.who) : t.asPlain}</h2>
      {groups.length > 1 ? (
        <Form method="get" action={`${paths.framework(card.slug, card.version)}#voorbeeld`} className="search-form" key={as}>
          <Select name={asName} label={t.asLabel} empty={false} defaultValue={as ?? ""} options={groups.map(({ key, who }) => ({ value: key, label: who }))} />
          <div className="search-form__submit">
            <button type="submit" className="button">
              {t.asApply}
            </button>
          </div>
        </Form>
      ) : null}
      {sample ? (
        <Explain title={t.sample(sample.title)}>
          <Objectives objectives={sample.objectives} />
          <LevelCards name="voorbeeldvraag" legend={sample.question} choices={sample.choices.map(({ value, ...words }) => ({ value: String(value), ...words }))} selected={null} disabled />
        </Explain>
      ) : null}
      <FrameworkTree areas={areas} />
    </>
  );
}

function Times({ groups }: { groups: readonly Group[] }) {
  const t = useMessages(manage);
  return (
    <ScrollTable label={t.timeTitle}>
      <table className="times-table">
        <caption>
          {t.timeCaption}
          <span className="caption__note">{t.timeNote}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.all}</th>
            <th scope="col">{t.short}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, who, items, minutes, shortItems, shortMinutes }) => (
            <tr key={key}>
              <th scope="row">{who}</th>
              <td>{t.questions(items, minutes)}</td>
              <td>{shortItems === 0 ? t.noShort : t.questions(shortItems, shortMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  );
}
