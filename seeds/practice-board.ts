import type { Family } from "#app/domain/people/function-group.ts";
import type { Role } from "#app/domain/access.ts";
import { pick, randomFrom, uuidFrom, type Random } from "./random.ts";
import type { BoardPlan, PersonPlan } from "./set-up.ts";

const firstNames =
  "Anouk Bas Carlijn Daan Esra Femke Gijs Hanna Ilse Jasmijn Karim Lieke Maarten Nadia Oscar Petra Quinten Rosa Sander Tess Ursula Vera Wout Yasmina Zoë Aicha Bram Chantal Dewi Eline Fatima Gerrit Hicham Inge Joost Khadija Lotte Mehmet Noor Otto Priya Ruben Sjoerd Tineke Umut Vincent Willemijn Yvonne Arjan Bianca Corné Dunya Edwin Floor Guusje Henk Imane Jeroen Kim Lars Marloes Nienke Pim Ryan Saskia Thijs Wendy Youssef".split(" ");
const lastNames =
  "Bakker|de Boer|van den Berg|Visser|Smit|Meijer|Mulder|Bos|Vos|Peters|Hendriks|Dekker|Dijkstra|Brouwer|de Graaf|van der Meer|Kok|Jacobs|Vermeulen|Prins|Huisman|Postma|Kuipers|Schouten|van Leeuwen|Koster|Yılmaz|El Amrani|Kaya|Singh|Nguyen|Pinas|Ramdin|Öztürk|Bouzid|van 't Hof|Hoekstra|Willems|Verhoeven|Martens|Blom|de Ruiter|Scholten|Jonker|Veenstra|Kramer|Bosma|Wiersma|Timmer|Zwart".split("|");

type Wave = 0 | 1 | 2;
/** Someone of the story; `joins` and `leaves` say before which round (0, 1, 2 = now). */
export type Character = PersonPlan & { joins: Wave; leaves: Wave | null; login: string | null };
export type PracticeBoard = { plan: BoardPlan; characters: Character[]; linde: string; eik: string; veldje: string; office: string };

type Post = { family: Family; functionId: string; count: number };
const linde: Post[] = [
  { family: "leraar", functionId: "groepsleerkracht", count: 17 },
  { family: "leraar", functionId: "vakleerkracht", count: 2 },
  { family: "leraar", functionId: "intern-begeleider", count: 2 },
  { family: "onderwijsondersteuner", functionId: "onderwijsassistent", count: 6 },
  { family: "onderwijsondersteuner", functionId: "leraarondersteuner", count: 2 },
  { family: "onderwijsondersteuner", functionId: "administratief-medewerker", count: 1 },
  { family: "onderwijsondersteuner", functionId: "ict-medewerker", count: 1 },
  { family: "schoolleider", functionId: "adjunct-directeur", count: 1 },
];
const eik: Post[] = [
  { family: "leraar", functionId: "groepsleerkracht", count: 20 },
  { family: "leraar", functionId: "vakleerkracht", count: 3 },
  { family: "leraar", functionId: "intern-begeleider", count: 2 },
  { family: "onderwijsondersteuner", functionId: "onderwijsassistent", count: 6 },
  { family: "onderwijsondersteuner", functionId: "leraarondersteuner", count: 3 },
  { family: "onderwijsondersteuner", functionId: "concierge", count: 2 },
  { family: "onderwijsondersteuner", functionId: "administratief-medewerker", count: 2 },
  { family: "schoolleider", functionId: "directeur", count: 1 },
  { family: "schoolleider", functionId: "adjunct-directeur", count: 1 },
];
const veldje: Post[] = [
  { family: "leraar", functionId: "groepsleerkracht", count: 3 },
  { family: "onderwijsondersteuner", functionId: "onderwijsassistent", count: 1 },
];
const office: Post[] = [
  { family: "bestuurder", functionId: "bestuurder", count: 1 },
  { family: "staf", functionId: "hr-adviseur", count: 1 },
  { family: "staf", functionId: "beleidsmedewerker", count: 4 },
  { family: "staf", functionId: "stafmedewerker-ict", count: 1 },
];

/** The practice board: three schools and an office, some ninety people, the same in every run. */
export function practiceBoard(seed = 20261122): PracticeBoard {
  const random = randomFrom(seed);
  const plan: BoardPlan = {
    id: uuidFrom(random),
    name: "Stichting Morgenwijs",
    practice: true,
    schools: [
      { id: uuidFrom(random), name: "De Linde", kind: "school" },
      { id: uuidFrom(random), name: "De Eik", kind: "school" },
      { id: uuidFrom(random), name: "'t Veldje", kind: "school" },
      { id: uuidFrom(random), name: "Bestuursbureau", kind: "office" },
    ],
  };
  const [lindeId, eikId, veldjeId, officeId] = plan.schools.map(({ id }) => id) as [string, string, string, string];
  const names = namesFrom(random);
  const make = (schoolId: string, family: Family, functionId: string, more: Partial<Character> & { name?: string } = {}): Character => {
    const name = more.name ?? names();
    const fte = family === "leraar" || family === "onderwijsondersteuner" ? pick(random, [0.4, 0.6, 0.6, 0.8, 0.8, 1]) : pick(random, [0.8, 1]);
    return { id: uuidFrom(random), name, email: more.login ? `${more.login}@groeikompas.example` : addressOf(name), schoolId, family, functionId, fte, roles: [], joins: 0, leaves: null, login: null, ...more };
  };
  const known = (login: string, name: string, schoolId: string, family: Family, functionId: string, roles: { role: Role; schoolId?: string }[] = []) =>
    make(schoolId, family, functionId, { login, name, roles });
  const characters: Character[] = [
    known("leraar", "Sanne de Vries", lindeId, "leraar", "groepsleerkracht"),
    known("ondersteuner", "Rachid Benali", lindeId, "onderwijsondersteuner", "concierge"),
    known("schoolleider", "Marjan Hofstra", lindeId, "schoolleider", "directeur", [{ role: "leader", schoolId: lindeId }, { role: "leader", schoolId: veldjeId }]),
    known("hr", "Fleur van Dam", officeId, "staf", "hr-adviseur", [{ role: "hr" }]),
    known("beheerder", "Tim Wolters", officeId, "staf", "stafmedewerker-ict", [{ role: "admin" }]),
  ];
  for (const [schoolId, posts] of [[lindeId, linde], [eikId, eik], [veldjeId, veldje], [officeId, office]] as const) {
    for (const { family, functionId, count } of posts) for (let i = 0; i < count; i += 1) characters.push(make(schoolId, family, functionId));
  }
  giveRoles(characters, eikId);
  moveSome(characters, lindeId, eikId);
  return { plan, characters, linde: lindeId, eik: eikId, veldje: veldjeId, office: officeId };
}

/** De Eik is led by its own head, the board member sees the board's releases. */
function giveRoles(characters: Character[], eikId: string): void {
  for (const each of characters) {
    if (each.family === "bestuurder") each.roles = [{ role: "board" }];
    if (each.schoolId === eikId && each.functionId === "directeur") each.roles = [{ role: "leader", schoolId: eikId }];
  }
}

/** A school is never the same people twice: a few join before the second round, one leaves after the first. */
function moveSome(characters: Character[], lindeId: string, eikId: string): void {
  for (const schoolId of [lindeId, eikId]) {
    const teachers = characters.filter((each) => each.schoolId === schoolId && each.functionId === "groepsleerkracht" && each.login === null);
    for (const joiner of teachers.slice(0, 2)) joiner.joins = 1;
    teachers[2]!.joins = 2;
    teachers[3]!.leaves = 1;
  }
}

function namesFrom(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = `${pick(random, firstNames)} ${pick(random, lastNames)}`;
      if (!used.has(name)) return used.add(name), name;
    }
  };
}

/** "Zoë van 't Hof" → zoe.vanthof@morgenwijs.example; names are unique, so addresses are. */
function addressOf(name: string): string {
  const plain = name
    .replace("ı", "i")
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase();
  const [first = "", ...rest] = plain.split(" ");
  return `${first}.${rest.join("")}@morgenwijs.example`;
}
