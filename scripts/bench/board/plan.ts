import type { Role } from "#app/domain/access.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { temperFrom, type Temper } from "#seeds/answer-profiles.ts";
import { pick, randomFrom, type Random } from "#seeds/random.ts";
import type { BoardPlan, PersonPlan } from "#seeds/set-up.ts";

/** How big: schools, staff per school on average, and closed rounds (one more runs now). */
export type Size = { readonly schools: number; readonly staff: number; readonly rounds: number };
/** Somebody of an invented board; `joins` and `leaves` say before which round, counted from 0. */
export type Member = PersonPlan & { readonly temper: Temper; readonly joins: number; readonly leaves: number | null };
export type BenchBoard = { readonly plan: BoardPlan; readonly ids: Ids; readonly members: readonly Member[]; readonly hr: Member; readonly leaders: readonly Member[] };

const firstNames = "Anouk Bas Carlijn Daan Esra Femke Gijs Hanna Ilse Karim Lieke Maarten Nadia Oscar Petra Rosa Sander Tess Umut Vera Wout Yasmina Zoë".split(" ");
const lastNames = "Bakker|de Boer|van den Berg|Visser|Smit|Mulder|Bos|Peters|Dekker|Brouwer|de Graaf|Kok|Prins|Postma|Yılmaz|El Amrani|Singh|Nguyen|Öztürk|Willems".split("|");
const supporters = ["onderwijsassistent", "onderwijsassistent", "concierge", "onderwijsassistent", "administratief-medewerker"] as const;
/** How likely somebody leaves before the next round; a successor comes in their place. */
const turnover = 0.07;

/** A board of any size, the same for the same seed. One school in ten is a village school, so there is always something to withhold. */
export function benchBoard({ schools, staff, rounds }: Size, seed: number): BenchBoard {
  const random = randomFrom(seed);
  const ids = idsFrom(seed);
  const plan: BoardPlan = {
    id: ids(),
    name: `Stichting Meetpunt ${schools}`,
    practice: false,
    schools: [...Array.from({ length: schools }, (_, at) => ({ id: ids(), name: `School ${String(at + 1).padStart(3, "0")}`, kind: "school" as const })), { id: ids(), name: "Bestuursbureau", kind: "office" as const }],
  };
  const members: Member[] = [];
  const add = (schoolId: string, family: Family, functionId: string, roles: { role: Role; schoolId?: string }[] = []): Member => {
    const first = members.length;
    let joins = 0;
    for (let round = 1; round <= rounds; round += 1) {
      // Whoever has a role stays: the figures are about pages, not about handing over.
      if (roles.length > 0 || random() >= turnover) continue;
      members.push({ ...person(random, ids(), members.length, schoolId, family, functionId), roles: [], temper: temperFrom(random), joins, leaves: round });
      joins = round;
    }
    members.push({ ...person(random, ids(), members.length, schoolId, family, functionId), roles, temper: temperFrom(random), joins, leaves: null });
    return members[first]!;
  };
  const office = plan.schools.at(-1)!.id;
  const hr = add(office, "staf", "hr-adviseur", [{ role: "hr" }]);
  add(office, "bestuurder", "bestuurder", [{ role: "board" }]);
  add(office, "staf", "stafmedewerker-ict", [{ role: "admin" }]);
  const leaders = plan.schools.slice(0, -1).map(({ id }, at) => {
    const isVillage = at % 10 === 9;
    const size = isVillage ? Math.max(4, Math.round(staff / 8)) : Math.max(6, Math.round(staff * (0.75 + random() * 0.7)));
    const leader = add(id, "schoolleider", "directeur", [{ role: "leader", schoolId: id }]);
    const support = Math.max(1, Math.round((size - 1) * 0.27));
    for (let nth = 0; nth < support; nth += 1) add(id, "onderwijsondersteuner", supporters[nth % supporters.length]!);
    for (let nth = support + 1; nth < size; nth += 1) add(id, "leraar", nth % 12 === 0 ? "intern-begeleider" : nth % 8 === 0 ? "vakleerkracht" : "groepsleerkracht");
    return leader;
  });
  return { plan, ids, members, hr, leaders };
}

function person(random: Random, id: string, nth: number, schoolId: string, family: Family, functionId: string): Omit<PersonPlan, "roles"> {
  return { id, name: `${pick(random, firstNames)} ${pick(random, lastNames)}`, email: emailOf(nth), schoolId, family, functionId, fte: pick(random, [0.4, 0.6, 0.8, 1]) };
}

const emailOf = (nth: number) => `medewerker-${nth}@meetpunt.example`;

/** Gives ids, each one once. */
export type Ids = () => string;

/**
 * Ids like any other, the same in every run. From a generator with a long period of its own (sfc32): the streams of `randomFrom` all lie
 * on one short circle, where among millions of ids some would come twice.
 */
export function idsFrom(seed: number): Ids {
  let [a, b, c, count] = [seed, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let turn = 0; turn < 15; turn += 1) next();
  const part = () => next().toString(16).padStart(8, "0");
  return () => {
    const [p, q, r, s] = [part(), part(), part(), part()];
    return `${p}-${q.slice(0, 4)}-4${q.slice(5)}-${"89ab"[next() & 3]!}${r.slice(1, 4)}-${r.slice(4)}${s}`;
  };
}
