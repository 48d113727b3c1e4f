import { index, layout, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** The table of contents of the product. */
export default [
  route("health", "routes/health.ts"),
  route("taal", "routes/language.ts"),
  layout("routes/app-layout.tsx", [
    index("routes/home.tsx"),
    route("inloggen", "routes/auth/login.tsx"),
    route("inloggen/bestuur", "routes/auth/choose-board.tsx"),
    route("uitloggen", "routes/auth/logout.tsx"),
    route("stijlgids", "routes/style-guide.tsx"),
    route("*", "routes/not-found.tsx"),
  ]),
] satisfies RouteConfig;
