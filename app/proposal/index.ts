export { adviceWords } from "./advice-words.ts";
export { ChannelTerms } from "./channel-terms.tsx";
export { Claims } from "./claims.tsx";
export { ForecastChange } from "./forecast-change.tsx";
export { ForecastPanel } from "./forecast-panel.tsx";
export { OpenQuestions } from "./open-questions.tsx";
export { StatisticsPage } from "./statistics-page.tsx";
export { statisticsWords } from "./statistics-words.ts";
