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
