import { Form, Link } from "@remix-run/react";
import { families, familyTitles } from "#app/domain/people/function-group.ts";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { PeopleTable, type PersonLine } from "#app/components/manage/people-table.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

export type PeopleFilter = { readonly name: string; readonly schoolId: string | null; readonly family: string | null; readonly page: number };
type Props = { people: readonly PersonLine[]; from: number; total: number; pages: number; schools: readonly { id: string; name: string }[]; filter: PeopleFilter };

/** Names of the search form's fields, in the address. */
export const filterNames = { name: "naam", school: "school", family: "groep", page: "bladzijde" } as const;

/** People of the board: search, filter, one page of the list. */
export function PeoplePage({ people, from, total, pages, schools, filter }: Props) {
  const t = useMessages(manage);
  const narrowed = filter.name !== "" || filter.schoolId !== null || filter.family !== null || filter.page > 1;
  return (
    <>
      <ManageNav />
      <PageHead title={t.people} lead={t.peopleLead} whoSees={t.peopleLogged} />
      <Search schools={schools} filter={filter} narrowed={narrowed} />
      {people.length === 0 ? (
        <EmptyState title={t.nobody}>{narrowed ? t.nobodyHere : t.nobodyYet}</EmptyState>
      ) : (
        <>
          <PeopleTable people={people} caption={t.found(from, from + people.length - 1, total)} />
          {pages > 1 ? <Pages filter={filter} pages={pages} /> : null}
        </>
      )}
    </>
  );
}

function Search({ schools, filter, narrowed }: { schools: Props["schools"]; filter: PeopleFilter; narrowed: boolean }) {
  const t = useMessages(manage);
  const language = useLanguage();
  // A new key per search: the fields then show what was searched, also after going back.
  const key = JSON.stringify(filter);
  return (
    <Form method="get" action={paths.managePeople()} className="search-form" role="search" key={key}>
      <Field name={filterNames.name} type="search" label={t.search} defaultValue={filter.name} autoComplete="off" maxLength={100} />
      <Select
        name={filterNames.school}
        label={t.school}
        empty={false}
        defaultValue={filter.schoolId ?? ""}
        options={[{ value: "", label: t.allSchools }, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        name={filterNames.family}
        label={t.family}
        empty={false}
        defaultValue={filter.family ?? ""}
        options={[{ value: "", label: t.allFamilies }, ...families.map((family) => ({ value: family, label: familyTitles[family][language] }))]}
      />
      <div className="search-form__submit">
        <button type="submit" className="button">
          {t.apply}
        </button>
        {narrowed ? <Link to={paths.managePeople()}>{t.clear}</Link> : null}
      </div>
    </Form>
  );
}

function Pages({ filter, pages }: { filter: PeopleFilter; pages: number }) {
  const t = useMessages(manage);
  const at = (page: number) => {
    const asked = { [filterNames.name]: filter.name, [filterNames.school]: filter.schoolId ?? "", [filterNames.family]: filter.family ?? "", [filterNames.page]: String(page) };
    return `${paths.managePeople()}?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString()}`;
  };
  return (
    <nav className="pages" aria-label={t.pages}>
      {filter.page > 1 ? <Link to={at(filter.page - 1)}>{t.previous}</Link> : null}
      <span>{t.page(filter.page, pages)}</span>
      {filter.page < pages ? <Link to={at(filter.page + 1)}>{t.next}</Link> : null}
    </nav>
  );
}
