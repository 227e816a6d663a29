import type { BusinessCalendar } from "./business-calendar.ts";
import at from "./data/at.json" with { type: "json" };
import au from "./data/au.json" with { type: "json" };
import be from "./data/be.json" with { type: "json" };
import ca from "./data/ca.json" with { type: "json" };
import ch from "./data/ch.json" with { type: "json" };
import cn from "./data/cn.json" with { type: "json" };
import cz from "./data/cz.json" with { type: "json" };
import de from "./data/de.json" with { type: "json" };
import dk from "./data/dk.json" with { type: "json" };
import es from "./data/es.json" with { type: "json" };
import fr from "./data/fr.json" with { type: "json" };
import gb from "./data/gb.json" with { type: "json" };
import hk from "./data/hk.json" with { type: "json" };
import id from "./data/id.json" with { type: "json" };
import ie from "./data/ie.json" with { type: "json" };
import india from "./data/in.json" with { type: "json" };
import it from "./data/it.json" with { type: "json" };
import jp from "./data/jp.json" with { type: "json" };
import ke from "./data/ke.json" with { type: "json" };
import kr from "./data/kr.json" with { type: "json" };
import my from "./data/my.json" with { type: "json" };
import ng from "./data/ng.json" with { type: "json" };
import nl from "./data/nl.json" with { type: "json" };
import no from "./data/no.json" with { type: "json" };
import nz from "./data/nz.json" with { type: "json" };
import ph from "./data/ph.json" with { type: "json" };
import pl from "./data/pl.json" with { type: "json" };
import pt from "./data/pt.json" with { type: "json" };
import se from "./data/se.json" with { type: "json" };
import sg from "./data/sg.json" with { type: "json" };
import th from "./data/th.json" with { type: "json" };
import tw from "./data/tw.json" with { type: "json" };
import us from "./data/us.json" with { type: "json" };
import vn from "./data/vn.json" with { type: "json" };
import za from "./data/za.json" with { type: "json" };

/** Every calendar there is, by country; the newest version of each. Tests check each file against the schema. */
export const calendars: Readonly<Record<string, BusinessCalendar>> = {
  AT: at,
  AU: au,
  BE: be,
  CA: ca,
  CH: ch,
  CN: cn,
  CZ: cz,
  DE: de,
  DK: dk,
  ES: es,
  FR: fr,
  GB: gb,
  HK: hk,
  ID: id,
  IE: ie,
  IN: india,
  IT: it,
  JP: jp,
  KE: ke,
  KR: kr,
  MY: my,
  NG: ng,
  NL: nl,
  NO: no,
  NZ: nz,
  PH: ph,
  PL: pl,
  PT: pt,
  SE: se,
  SG: sg,
  TH: th,
  TW: tw,
  US: us,
  VN: vn,
  ZA: za,
};

/** @throws RangeError when nobody has listed that country's days yet */
export function calendarOf(country: string): BusinessCalendar {
  const calendar = calendars[country];
  if (!calendar) throw new RangeError(`no business calendar for ${country}`);
  return calendar;
}
