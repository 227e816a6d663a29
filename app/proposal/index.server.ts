export { type ForecastView, forecastView, sayForecast } from "./forecast.server.ts";
export {
  type Brief,
  brandName,
  briefOf,
  channelName,
  countryName,
  type Speaker,
  wantName,
  wantNames,
} from "./say.server.ts";
