import { index, layout, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** The table of contents of the product. */
export default [
  route("health", "routes/health.ts"),
  route("taal", "routes/language.ts"),
  route("stappen/:goalId/agenda.ics", "routes/development/calendar.ts"),
  route("zelfscans/:assessmentId", "routes/assessments/assessment.ts"),
  route("zelfscans/:assessmentId/antwoord", "routes/assessments/answer.ts"),
  route("school/:schoolId/:roundId.csv", "routes/school/export.ts"),
  route("bestuur/:roundId.csv", "routes/board/export.ts"),
  layout("routes/app-layout.tsx", [
    index("routes/home.tsx"),
    ...prefix("zelfscans", [
      index("routes/assessments/list.tsx"),
      route("nieuw", "routes/assessments/new.tsx"),
      route("rondkijken", "routes/assessments/look-round.tsx"),
      route(":assessmentId/vraag/:competenceId", "routes/assessments/question.tsx"),
      route(":assessmentId/nakijken", "routes/assessments/review.tsx"),
    ]),
    route("inloggen", "routes/auth/login.tsx"),
    route("inloggen/bestuur", "routes/auth/choose-board.tsx"),
    route("uitloggen", "routes/auth/logout.tsx"),
    route("stijlgids", "routes/style-guide.tsx"),
    route("account", "routes/account/account.tsx"),
    route("account/inzagelog", "routes/account/log.tsx"),
    ...prefix("beheer", [
      index("routes/manage/overview.tsx"),
      route("mensen", "routes/manage/people.tsx"),
      route("rondes", "routes/manage/rounds.tsx"),
      route("raamwerken", "routes/manage/library.tsx"),
      route("raamwerken/:slug/:version", "routes/manage/framework.tsx"),
      route("logboek", "routes/manage/log.tsx"),
    ]),
    route("zelfscans/:assessmentId/resultaat", "routes/assessments/result.tsx"),
    route("stappen", "routes/development/list.tsx"),
    route("stappen/:goalId", "routes/development/goal.tsx"),
    route("school/:schoolId", "routes/school/school.tsx"),
    route("bestuur", "routes/board/board.tsx"),
    ...prefix("rondes", [
      index("routes/rounds/list.tsx"),
      route("nieuw", "routes/rounds/new.tsx"),
      route(":roundId", "routes/rounds/round.tsx"),
      route(":roundId/training", "routes/rounds/training.tsx"),
    ]),
    route("*", "routes/not-found.tsx"),
  ]),
] satisfies RouteConfig;
