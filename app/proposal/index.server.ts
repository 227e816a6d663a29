export { type ChannelTerms, channelTerms } from "./channel-terms.server.ts";
export {
  type ForecastChangeView,
  type ForecastView,
  forecastChange,
  forecastView,
  profileChange,
  sayForecast,
  sayingNow,
} from "./forecast.server.ts";
export {
  type Brief,
  brandName,
  briefOf,
  type Claim,
  channelName,
  countryName,
  type Speaker,
  wantName,
  wantNames,
} from "./say.server.ts";
export { openQuestions, statisticsOf } from "./statistics.server.ts";
