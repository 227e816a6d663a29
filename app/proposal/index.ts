export { adviceWords } from "./advice-words.ts";
export { ForecastPanel } from "./forecast-panel.tsx";
