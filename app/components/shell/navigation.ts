import type { NavItem } from "#app/components/shell/app-frame.tsx";
import type { Role } from "#app/domain/access.ts";
import type { shell } from "#app/messages/shell.ts";
import { paths } from "#app/paths.ts";

/** What somebody finds in the menu; what would be refused is left out. */
export function navigationFor(roles: readonly Role[], leads: readonly { id: string; name: string }[], t: (typeof shell)["nl"]): NavItem[] {
  const has = (role: Role) => roles.includes(role);
  return [
    { to: paths.home(), label: t.home },
    { to: paths.assessments(), label: t.own },
    { to: paths.goals(), label: t.steps },
    ...leads.map((school) => ({ to: paths.school(school.id), label: school.name })),
    ...(has("hr") || has("board") ? [{ to: paths.board(), label: t.board }] : []),
    ...(has("hr") || has("leader") ? [{ to: paths.rounds(), label: t.rounds }] : []),
    ...(has("admin") ? [{ to: paths.manage(), label: t.manage }] : []),
  ];
}
