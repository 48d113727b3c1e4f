const query = (values: Record<string, string | null | undefined>) => {
  const filled = Object.entries(values).filter((each): each is [string, string] => Boolean(each[1]));
  return filled.length === 0 ? "" : `?${new URLSearchParams(filled).toString()}`;
};
const part = encodeURIComponent;

/** Every URL of the product by name. Dutch in every language, and never changed without a redirect. */
export const paths = {
  home: () => "/",
  login: ({ backTo }: { backTo?: string } = {}) => `/inloggen${query({ terug: backTo === "/" ? undefined : backTo })}`,
  chooseBoard: () => "/inloggen/bestuur",
  logout: () => "/uitloggen",
  language: () => "/taal",
  session: () => "/sessie",
  queueKeys: () => "/sessie/sleutels",
  health: () => "/health",
  account: () => "/account",
  log: () => "/account/inzagelog",

  assessments: () => "/zelfscans",
  startAssessment: (at: { roundId?: string; framework?: string; instrument?: string | null } = {}) => `/zelfscans/nieuw${query({ ronde: at.roundId, raamwerk: at.framework, vragenlijst: at.instrument ?? undefined })}`,
  lookRound: () => "/zelfscans/rondkijken",
  assessment: (assessmentId: string) => `/zelfscans/${part(assessmentId)}`,
  question: (assessmentId: string, competenceId: string) => `/zelfscans/${part(assessmentId)}/vraag/${part(competenceId)}`,
  saveAnswer: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/antwoord`,
  review: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/nakijken`,
  ownFunction: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/functie`,
  throwAway: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/weggooien`,
  result: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/resultaat`,
  goals: () => "/stappen",
  goal: (goalId: string) => `/stappen/${part(goalId)}`,
  goalCalendar: (goalId: string) => `/stappen/${part(goalId)}/agenda.ics`,

  school: (schoolId: string, at: { roundId?: string } = {}) => `/school/${part(schoolId)}${query({ ronde: at.roundId })}`,
  schoolCsv: (schoolId: string, roundId: string) => `/school/${part(schoolId)}/${part(roundId)}.csv`,
  board: (at: { roundId?: string } = {}) => `/bestuur${query({ ronde: at.roundId })}`,
  boardCsv: (roundId: string) => `/bestuur/${part(roundId)}.csv`,
  rounds: () => "/rondes",
  newRound: () => "/rondes/nieuw",
  round: (roundId: string) => `/rondes/${part(roundId)}`,
  planTraining: (roundId: string, at: { competenceId?: string; family?: string; schoolId?: string } = {}) =>
    `/rondes/${part(roundId)}/training${query({ competentie: at.competenceId, groep: at.family, school: at.schoolId })}`,

  manage: () => "/beheer",
  managePeople: () => "/beheer/mensen",
  manageRounds: () => "/beheer/rondes",
  manageLog: () => "/beheer/logboek",
  library: () => "/beheer/raamwerken",
  framework: (slug: string, version: string) => `/beheer/raamwerken/${part(slug)}/${part(version)}`,
  styleGuide: () => "/stijlgids",
} as const;
