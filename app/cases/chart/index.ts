export { Chart } from "./chart.tsx";
export { Legend } from "./legend.tsx";
export { Standings } from "./standings.tsx";
export { chartWords } from "./words.ts";
