/** What the server sends: the parts of the contract that the chat shows.  Types only; never loaded by a browser. */

export interface Site {
  titel: string;
  opening: string;
  bereikbaarheid: string;
  regio: string | null;
  regios: { id: string; naam: string }[];
  thema: Record<string, string>;
  open: boolean;
  inloggen: 'nee' | 'mag' | 'moet';
  aanmelding: Aanmelding | null;
  bewaren_dagen: number;
  max_tekens: number;
}

/** Who is signed in, and the token that a question about cases carries. */
export interface Aanmelding {
  naam: string;
  csrf: string;
}

/** Where one signs in from this page: here and back, in another tab of this browser, or only on a page of our own. */
export interface Plek {
  soort: 'hier' | 'tab' | 'elders';
  adres: string;
}

export interface Bron {
  document: string;
  titel: string;
  sectie: string;
  looptijd_tot: string | null;
  verlopen: boolean;
}

export interface Knop {
  tekst: string;
  bericht: string;
}

export interface Criterium {
  id: string;
  tekst: string;
  uitkomst: string;
  bron: Bron;
}

export interface Uitkomst {
  definitie: string;
  titel: string;
  uitkomst: 'ja' | 'nee' | 'onbekend';
  criteria: Criterium[];
  ontbreekt: string[];
  uitleg: string;
  opmerkingen: string[];
  bron: Bron;
}

export interface Vraag {
  veld: string;
  tekst: string;
  reden: string;
}

export interface Toets {
  kenmerken: Kenmerken;
  uitkomsten: Uitkomst[];
  zonder_uitkomst: { definitie: string; reden: string }[];
  volgende_vraag: Vraag | null;
  opmerkingen: string[];
  bewijs_id: string;
}

export interface Contact {
  id: string;
  organisatie: string;
  rol: string;
  gegevens: string;
  te_bevestigen: boolean;
  telefoon: string;
  email: string;
  toelichting: string;
}

export interface Advies {
  route: string | null;
  naam: string;
  status: string;
  instrument: string;
  rij: { nummer: number; tekst: string; bron: Bron } | null;
  kenmerken: Kenmerken;
  bewijs: { veld: string; fragment: string; oordeel: string }[];
  aannames: { veld: string; tekst: string }[];
  ontbreekt: string[];
  volgende_vraag: Vraag | null;
  alternatieven: { route: string; naam: string; als: string }[];
  contact: Contact[];
  contact_toelichting: string;
  aanvullend: { id: string; naam: string; toelichting: string; bron: Bron }[];
  jikp: Toets;
  uitleg: string;
  opmerkingen: string[];
  bewijs_id: string;
}

export type Waarde = string | number | string[];
export type Kenmerken = Record<string, Waarde>;

export interface Antwoord {
  inleiding?: string | null;
  tekst: string;
  gedrag: 'antwoord' | 'weet-niet' | 'buiten-bereik' | 'smalltalk' | 'verduidelijk' | 'vraag' | 'crisis';
  bronnen: Bron[];
  items: { id: string; titel: string }[];
  knoppen: Knop[];
  advies: Advies | null;
  toets: Toets | null;
  tabel: Record<string, string>[] | null;
  grafiek: { svg: string; alt: string } | null;
  inloggen: boolean;
  zaken: boolean;
}

export interface Beurt {
  antwoorden: Antwoord[];
  tekst: string;
  gemaskeerd: string[];
}

export interface Veld {
  veld: string;
  label: string;
  soort: 'getal' | 'tekst' | 'keuze' | 'lijst';
  keuzes: { waarde: string; tekst: string }[];
}

export interface Oordeel {
  antwoord: number;
  goed: boolean;
  reden?: string;
  toelichting?: string;
  vraag: string;
  items: string[];
  bewijs_id?: string;
}

/** One line of the conversation as this tab remembers it. */
export type Regel =
  | { van: 'u'; tekst: string; gemaskeerd?: string[] }
  | { van: 'routewijzer'; antwoord: Antwoord; oordeel?: boolean };

/** What a part of an answer may ask of the conversation. */
export interface Gesprek {
  stuur(tekst: string, kenmerken?: Record<string, Waarde | null>, doel?: 'route' | 'toets'): void;
  beoordeel(antwoord: Antwoord, oordeel: Omit<Oordeel, "antwoord">): Promise<void>;
  dossier(bewijs: string): Promise<string>;
  afdruk(bewijs: string): string;
  velden: Veld[];
  site: Site;
  plek: Plek;
  aanmelding: Aanmelding | null;
}
