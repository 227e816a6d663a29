export type { CasePageHandle } from "./case-frame.tsx";
