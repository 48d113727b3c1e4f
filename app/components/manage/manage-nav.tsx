import { SectionNav } from "#app/components/ui/section-nav.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

/** The five pages of the administrator. */
export function ManageNav() {
  const t = useMessages(manage);
  const items = [
    { to: paths.manage(), label: t.overview },
    { to: paths.managePeople(), label: t.people },
    { to: paths.manageRounds(), label: t.rounds },
    { to: paths.library(), label: t.library, covers: paths.library() },
    { to: paths.manageLog(), label: t.log },
  ];
  return <SectionNav label={t.parts} items={items} />;
}
