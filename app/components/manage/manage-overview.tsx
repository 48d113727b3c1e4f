import { Link } from "@remix-run/react";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

type Props = { counts: { people: number; openRounds: number; rounds: number; frameworks: number; logged: number } };

/** Where the administrator begins: four parts, with what is in them today. */
export function ManageOverview({ counts }: Props) {
  const t = useMessages(manage);
  const parts = [
    { to: paths.managePeople(), title: t.people, about: t.peopleAbout, count: t.peopleCount(counts.people) },
    { to: paths.manageRounds(), title: t.rounds, about: t.roundsAbout, count: t.roundsCount(counts.openRounds, counts.rounds) },
    { to: paths.library(), title: t.library, about: t.libraryAbout, count: t.libraryCount(counts.frameworks) },
    { to: paths.manageLog(), title: t.log, about: t.logAbout, count: t.logCount(counts.logged) },
  ];
  return (
    <>
      <ManageNav />
      <PageHead title={t.title} lead={t.lead} whoSees={t.whoSees} />
      <ul className="manage-parts">
        {parts.map(({ to, title, about, count }) => (
          <li key={to}>
            <h2>
              <Link to={to}>{title}</Link>
            </h2>
            <p>{about}</p>
            <p className="manage-parts__count">{count}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
