import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** One rule per storey: what a folder may not reach for. `regex`, because "#" starts a comment in gitignore-style patterns. */
const storey = (files, regex, message, ignores = []) => ({
  files,
  ignores,
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      { patterns: [{ regex, message }, { regex: "^\\.\\./", message: "Inside the house always #app/… or #db/…, never ../" }] },
    ],
  },
});

export default tseslint.config(
  { ignores: ["build/", "node_modules/", ".data/", ".cache/", "test-results/", "playwright-report/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-syntax": ["error", { selector: "TSEnumDeclaration", message: "No enums: a union of strings." }],
      "max-lines": ["error", { max: 250 }],
      eqeqeq: ["error", "always"],
      "no-console": "off",
    },
  },
  { files: ["**/*.d.ts"], rules: { "@typescript-eslint/consistent-type-definitions": "off", "@typescript-eslint/consistent-type-imports": "off" } },
  { files: ["app/services/session-store.server.ts"], rules: { "@typescript-eslint/consistent-type-definitions": "off", "@typescript-eslint/consistent-type-imports": "off" } },
  { files: ["app/routes/**"], rules: { "max-lines": ["error", { max: 120 }] } },
  { files: ["app/**/*.{ts,tsx}"], rules: { "no-console": "error", "no-restricted-properties": ["error", { object: "process", property: "env", message: "Environment is read in env.server.ts." }] } },
  { files: ["app/env.server.ts", "app/frameworks-folder.server.ts"], rules: { "no-restricted-properties": "off" } },
  { files: ["app/**/*.tsx"], ...jsxA11y.flatConfigs.recommended },
  { files: ["app/**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
  storey(["app/domain/**"], "^(#app/(?!domain/)|#db/|drizzle-orm|@remix-run/|react|node:)", "The domain is pure: itself and zod only."),
  storey(["app/components/**"], "^(#app/(services|routes)/|#db/|drizzle-orm|postgres|zod)|\\.server", "Components only draw."),
  storey(["app/routes/**", "app/root.tsx"], "^(#db/|drizzle-orm|postgres)", "Routes reach the database through a service."),
  storey(["app/services/**"], "^(#app/(routes|components)/|@remix-run/|react)", "Services know no HTTP and no pages."),
  storey(["db/**"], "^(#app/(?!domain/)|@remix-run/|react)", "The database stands under the house.", ["db/embedded/**"]),
  storey(["app/messages/**", "app/paths.ts"], "^(#db/|#app/(services|routes|components)/|drizzle-orm|postgres|zod)|\\.server", "Texts and addresses import nothing of the house."),
  // Only the door and the services' own files may hold a database; pages get a context.
  { files: ["tests/**", "seeds/**", "scripts/**"], rules: { "max-lines": ["error", { max: 250 }] } },
);
