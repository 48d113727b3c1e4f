const query = (values: Record<string, string | null | undefined>) => {
  const filled = Object.entries(values).filter((each): each is [string, string] => Boolean(each[1]));
  return filled.length === 0 ? "" : `?${new URLSearchParams(filled).toString()}`;
};
const part = encodeURIComponent;

/** Names of what can be chosen about an export, in its address. */
export const exportLanguageName = "taal";
export const exportSyntaxName = "vorm";

/** Name of the language that is about to be removed from a draft, in its address. */
export const withoutName = "zonder";
/** Names of what can be asked of a version beside the one before it, in its address. */
export const formerNames = { now: "nu", then: "toen", area: "gebied", kind: "soort", page: "pagina" } as const;

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
  caseDocuments: () => "/ims/case/v1p1/CFDocuments",
  caseObject: (collection: string, id: string) => `/ims/case/v1p1/${part(collection)}/${part(id)}`,
  account: () => "/account",
  log: () => "/account/inzagelog",

  assessments: () => "/zelfscans",
  startAssessment: (at: { roundId?: string; framework?: string; instrument?: string | null; from?: "list" | undefined } = {}) =>
    `/zelfscans/nieuw${query({ ronde: at.roundId, raamwerk: at.framework, vragenlijst: at.instrument, van: at.from === "list" ? "zelfscans" : undefined })}`,
  lookRound: () => "/zelfscans/rondkijken",
  assessment: (assessmentId: string) => `/zelfscans/${part(assessmentId)}`,
  question: (assessmentId: string, competenceId: string, at: { from?: string | undefined } = {}) => `/zelfscans/${part(assessmentId)}/vraag/${part(competenceId)}${query({ van: at.from })}`,
  saveAnswer: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/antwoord`,
  review: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/nakijken`,
  ownFunction: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/functie`,
  throwAway: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/weggooien`,
  result: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/resultaat`,
  reach: (assessmentId: string) => `/zelfscans/${part(assessmentId)}/andere-raamwerken`,
  goals: () => "/stappen",
  goal: (goalId: string) => `/stappen/${part(goalId)}`,
  goalCalendar: (goalId: string) => `/stappen/${part(goalId)}/agenda.ics`,

  together: () => "/samen",
  activity: (slug: string, at: { fromSchool?: string } = {}) => `/samen/${part(slug)}${query({ van: at.fromSchool })}`,
  card: (slug: string, cardId: string) => `/samen/${part(slug)}/${part(cardId)}`,
  sector: () => "/landelijk",

  school: (schoolId: string, at: { roundId?: string } = {}) => `/school/${part(schoolId)}${query({ ronde: at.roundId })}`,
  schoolScan: (schoolId: string) => `/school/${part(schoolId)}/scan`,
  scanStatement: (schoolId: string, statementId: string) => `/school/${part(schoolId)}/scan/${part(statementId)}`,
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
  crosswalk: (slug: string, version: string) => `/beheer/raamwerken/verbanden/${part(slug)}/${part(version)}`,
  frameworkDiff: (slug: string, at: { from?: string; to?: string; kind?: string; page?: number } = {}) =>
    `/beheer/raamwerken/${part(slug)}/verschil${query({ van: at.from, naar: at.to, soort: at.kind, pagina: at.page === undefined ? undefined : String(at.page) })}`,
  framework: (slug: string, version: string) => `/beheer/raamwerken/${part(slug)}/${part(version)}`,
  frameworkExport: (slug: string, version: string, format: string, at: { language?: string; syntax?: string } = {}) =>
    `/beheer/raamwerken/${part(slug)}/${part(version)}/export/${part(format)}${query({ [exportLanguageName]: at.language, [exportSyntaxName]: at.syntax })}`,
  beginFramework: () => "/beheer/raamwerken/nieuw",
  importFramework: () => "/beheer/raamwerken/inlezen",
  draft: (documentId: string) => `/beheer/raamwerken/eigen/${part(documentId)}`,
  /** Where the pages of the items of a draft are. */
  draftItem: (documentId: string, itemId: string, at: { group?: string | null } = {}) => `/beheer/raamwerken/eigen/${part(documentId)}/onderdeel/${part(itemId)}${query({ voor: at.group })}`,
  draftLevels: (documentId: string) => `/beheer/raamwerken/eigen/${part(documentId)}/niveaus`,
  draftFacts: (documentId: string, at: { without?: string } = {}) => `/beheer/raamwerken/eigen/${part(documentId)}/gegevens${query({ [withoutName]: at.without })}`,
  draftMatrix: (documentId: string, at: { instrument?: string; group?: string; area?: string | null } = {}) => `/beheer/raamwerken/eigen/${part(documentId)}/wie${query({ vragenlijst: at.instrument, groep: at.group, gebied: at.area })}`,
  draftTryOut: (documentId: string, at: { as?: string | null; place?: number } = {}) => `/beheer/raamwerken/eigen/${part(documentId)}/voorbeeld${query({ als: at.as, vraag: at.place === undefined ? undefined : String(at.place) })}`,
  draftFormer: (documentId: string, at: { now?: string | null; then?: string | null; area?: string | null; kind?: string; page?: number } = {}) =>
    `/beheer/raamwerken/eigen/${part(documentId)}/vorige-versie${query({ [formerNames.now]: at.now, [formerNames.then]: at.then, [formerNames.area]: at.area, [formerNames.kind]: at.kind, [formerNames.page]: at.page === undefined ? undefined : String(at.page) })}`,
  draftPublish: (documentId: string) => `/beheer/raamwerken/eigen/${part(documentId)}/publiceren`,
  readAlongList: () => "/raamwerken",
  readAlong: (documentId: string, at: { as?: string | null; place?: number } = {}) => `/raamwerken/${part(documentId)}/meelezen${query({ als: at.as, vraag: at.place === undefined ? undefined : String(at.place) })}`,
  styleGuide: () => "/stijlgids",
} as const;
