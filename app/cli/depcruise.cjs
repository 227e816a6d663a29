// The floors of the house, from the top: a floor imports only from floors below it, and a room only what another room offers.
// CommonJS because the tool wants it.

/** Rooms and what rooms and routes alike may use. Everything else directly under app/ is a room. */
const ground = "app/(platform|engine|ui|i18n|cli|routes|server|seed|demo)/";
const test = "(\\.test\\.tsx?$|^tests/|^app/[^/]+/(test-hall\\.ts$|testing/))";
/** What a room offers: its index, its words, its schemas. */
const offered = "(index(\\.server)?|[^/]*\\.schema|words|[^/]*-words)\\.tsx?$";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two modules that need each other are one module, or there is a third below them. Types may point both ways.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "the-law-is-pure",
      comment:
        "workflows/ knows no app, no letters, no outside: only zod, xstate, itself, and the arithmetic of hashes.",
      severity: "error",
      from: { path: "^workflows/", pathNot: test },
      to: { pathNot: ["^workflows/", "^node_modules/(zod|xstate)/", "^(node:)?crypto$"] },
    },
    {
      name: "letters-are-pure",
      comment: "emails/ are functions of their props: React, react-email, words, and the law's data.",
      severity: "error",
      from: { path: "^emails/", pathNot: test },
      to: {
        pathNot: [
          "^emails/",
          "^workflows/",
          "^app/i18n/",
          "^node_modules/(react|react-dom|react-email|@react-email/[^/]+)/",
        ],
      },
    },
    {
      name: "platform-stands-on-the-law",
      comment: "app/platform knows nothing that stands on it.",
      severity: "error",
      from: { path: "^app/platform/", pathNot: test },
      to: { path: "^(app/(?!platform/)|emails/|tests/)" },
    },
    {
      name: "engine-stands-on-platform",
      comment: "app/engine knows no room, no route, no page.",
      severity: "error",
      from: { path: "^app/engine/", pathNot: test },
      to: { path: "^(app/(?!platform/|engine/)|emails/|tests/)" },
    },
    {
      name: "the-kit-knows-no-room",
      comment: "app/ui and app/i18n are used by every room and know none.",
      severity: "error",
      from: { path: "^app/(ui|i18n)/", pathNot: test },
      to: { path: "^(app/(?!ui/|i18n/|platform/ids)|emails/|tests/)" },
    },
    {
      name: "rooms-do-not-know-routes",
      comment: "A room is below the routes, the server and the commands.",
      severity: "error",
      from: { path: "^app/(?!platform|engine|ui|i18n|cli|routes|server|seed|demo)[^/]+/", pathNot: test },
      to: { path: "^app/(routes|server|cli|seed|demo|root|entry|worker)" },
    },
    {
      name: "rooms-have-doors",
      comment: "What another room does not offer in its index, words or schemas is its own business.",
      severity: "error",
      from: { path: "^app/([^/]+)/", pathNot: [test, "^app/(cli|seed|demo|server|routes)/"] },
      to: { path: "^app/[^/]+/.+", pathNot: [`^${ground}`, "^app/$1/", offered] },
    },
    {
      name: "the-server-is-beside-the-build",
      comment:
        "Commands and the HTTP server take the rooms out of the build: were they to import them too, every module would exist twice. Types are free.",
      severity: "error",
      from: { path: "^app/(cli/start|server/(?!app\\.server))", pathNot: test },
      to: { path: "^app/(?!platform/|server/|cli/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-tests-in-the-house",
      comment: "What runs in production stands on nothing from a test. Benchmarks may use its corpora.",
      severity: "error",
      from: { path: "^(app|workflows|emails)/", pathNot: [test, "^app/cli/(?!start)"] },
      to: { path: test },
    },
    {
      name: "nothing-undeclared",
      comment: "A package that package.json does not name is somebody else's, and may be gone tomorrow.",
      severity: "error",
      from: { path: "^(app|workflows|emails)/", pathNot: "^app/platform/db/generated/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "undetermined", "unknown"], couldNotResolve: false },
    },
    {
      name: "everything-resolves",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
    {
      name: "test-tools-stay-in-tests",
      comment: "What runs in production is not a development dependency.",
      severity: "error",
      from: { path: "^(app|workflows|emails)/", pathNot: [test, "^app/cli/"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/platform/db/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};
