import type { Book } from '../../book.ts'
import { readBook } from '../../reading/read-book.ts'

/**
 * An invented municipality's whole budget as its files: thousands of kronor with one decimal, other words, other
 * statements and another order than the region's, costs without their sign in the boards' tables, a tax table whose
 * rows are grouped otherwise than the income statement's. Everything in it agrees.
 */
export const municipalFiles: Readonly<Record<string, string>> = {
  'a-kassaflodesbudget.csv': `\
Kassaflödesbudget, tkr;Bokslut 2024;Prognos 2025;Budget 2026;Plan 2027;Plan 2028
Ingående likvida medel;150 000,5;114 900,5;106 503,6;97 203,5;97 504,6
Årets resultat;49 000,4;45 201,5;28 001,0;24 000,6;34 000,8
Ej likviditetspåverkande poster;114 700,8;121 100,8;127 400,0;133 701,2;138 400,0
Medel från verksamheten;163 701,2;166 302,3;155 401,0;157 701,8;172 400,8
Förändring av kortfristiga fordringar;1 300,2;1 300,5;−1 500,3;−1 600,5;0,0
Förändring av kortfristiga skulder;−4 100,9;0,6;6 999,5;6 200,2;3 099,6
Kassaflöde från den löpande verksamheten;160 900,5;167 603,4;160 900,2;162 301,5;175 500,4
Nettoinvesteringar;−246 000,5;−246 000,3;−271 700,8;−280 000,4;−262 000,1
Sålda anläggningstillgångar;0,0;0,0;1 500,5;0,0;0,0
Kassaflöde från investeringsverksamheten;−246 000,5;−246 000,3;−270 200,3;−280 000,4;−262 000,1
Upptagna lån;50 000,0;73 600,5;109 800,2;130 000,6;90 000,4
Amortering;0,0;−3 600,5;−9 800,2;−12 000,6;−14 000,4
Kassaflöde från finansieringsverksamheten;50 000,0;70 000,0;100 000,0;118 000,0;76 000,0
Periodens kassaflöde;−35 100,0;−8 396,9;−9 300,1;301,1;−10 499,7
Utgående likvida medel;114 900,5;106 503,6;97 203,5;97 504,6;87 004,9
`,
  'avsnitt.csv': `\
kapitel;nämnd;benämning;Budget 2026;Plan 2027;Plan 2028
2;Kommunstyrelsen;En digital ingång för alla medborgare;1 200,0;1 200,0;1 200,0
2;Kommunstyrelsen;Minskat antal konsulter;−800,0;−950,0;−950,0
3;Barn- och utbildningsnämnden;Barngrupper i förskolan blir mindre;9 500,0;14 200,0;14 200,0
3;Barn- och utbildningsnämnden;Läromedel till alla;3 300,0;3 300,0;3 300,0
4;Socialnämnden;Undersköterskor i hemtjänsten;7 400,0;7 400,0;8 100,0
`,
  'balansbudget.csv': `\
Balansbudget, tkr;Bokslut 2024;Prognos 2025;Budget 2026;Plan 2027;Plan 2028
Fastigheter och anläggningar;3 012 400,3;3 140 900,5;3 286 500,2;3 435 299,8;3 560 499,7
Finansiella tillgångar;88 000,4;88 000,4;88 000,4;88 000,4;88 000,4
Summa anläggningstillgångar;3 100 400,7;3 228 900,9;3 374 500,6;3 523 300,2;3 648 500,1
Kortfristiga fordringar;241 300,6;240 000,1;241 500,4;243 100,9;243 100,9
Kassa, bank;114 900,5;106 503,6;97 203,5;97 504,6;87 004,9
Summa omsättningstillgångar;356 201,1;346 503,7;338 703,9;340 605,5;330 105,8
SUMMA TILLGÅNGAR;3 456 601,8;3 575 404,6;3 713 204,5;3 863 905,7;3 978 605,9
Ingående eget kapital;1 308 600,1;1 357 600,5;1 402 802,0;1 430 803,0;1 454 803,6
Årets resultat;49 000,4;45 201,5;28 001,0;24 000,6;34 000,8
Summa eget kapital;1 357 600,5;1 402 802,0;1 430 803,0;1 454 803,6;1 488 804,4
Avsatt till pensioner;121 000,2;124 600,9;127 400,3;129 900,7;131 500,5
Låneskuld;1 310 000,8;1 380 000,8;1 480 000,8;1 598 000,8;1 674 000,8
Kortfristiga skulder;668 000,3;668 000,9;675 000,4;681 200,6;684 300,2
Summa skulder;1 978 001,1;2 048 001,7;2 155 001,2;2 279 201,4;2 358 301,0
Summa eget kapital, avsättningar och skulder;3 456 601,8;3 575 404,6;3 713 204,5;3 863 905,7;3 978 605,9
Soliditet;39,3 %;39,2 %;38,5 %;37,7 %;37,4 %
`,
  'enhet-kultur.csv': `\
Resultat per nämnd: Kultur- och fritidsnämnden, tkr;Budget 2025;Budget 2026;Plan 2027;Plan 2028
Intäkter;89 001,2;92 700,7;98 200,8;105 100,4
varav kommunbidrag;76 600,9;80 600,2;85 500,6;92 200,3
Personalkostnader;62 300,8;64 890,5;68 740,6;73 570,3
Lokalkostnader;8 900,1;9 270,1;9 820,1;10 510,0
Övriga kostnader;17 800,3;18 540,1;19 640,1;21 020,1
Summa kostnader;89 001,2;92 700,7;98 200,8;105 100,4
Nettoresultat;0,0;0,0;0,0;0,0
`,
  'enhet-social.csv': `\
Resultat per nämnd: Socialnämnden, tkr;Budget 2025;Budget 2026;Plan 2027;Plan 2028
Intäkter;989 600,4;1 016 401,4;1 039 700,5;1 068 601,5
varav kommunbidrag;846 200,2;876 300,7;902 700,1;929 100,6
Personalkostnader;692 720,3;711 481,0;727 790,4;748 021,0
Lokalkostnader;98 960,0;101 640,1;103 970,0;106 860,2
Övriga kostnader;197 920,1;203 280,3;207 940,1;213 720,3
Summa kostnader;989 600,4;1 016 401,4;1 039 700,5;1 068 601,5
Nettoresultat;0,0;0,0;0,0;0,0
`,
  'justeringar.csv': `\
nämnd;benämning;slag;Budget 2026;Plan 2027;Plan 2028
Kommunstyrelsen;Styrets förslag;grund;187 600,5;191 000,2;194 500,8
Kommunstyrelsen;Digital ingång för medborgare;satsning;1 200,0;1 200,0;1 200,0
Kommunstyrelsen;Färre konsulter på kontoret;satsning;−800,0;−950,0;−950,0
Kommunstyrelsen;Ny ram;summa;188 000,5;191 250,2;194 750,8
Barn- och utbildningsnämnden;Styrets förslag;grund;1 241 700,3;1 279 800,9;1 312 600,4
Barn- och utbildningsnämnden;Mindre grupper i förskolan;satsning;9 500,0;14 200,0;14 200,0
Barn- och utbildningsnämnden;Läromedel för alla elever;satsning;3 300,0;3 300,0;3 300,0
Barn- och utbildningsnämnden;Ny ram;summa;1 254 500,3;1 297 300,9;1 330 100,4
Socialnämnden;Styrets förslag;grund;868 900,7;895 300,1;921 000,6
Socialnämnden;Fler undersköterskor i hemtjänsten;satsning;7 400,0;7 400,0;8 100,0
Socialnämnden;Ny ram;summa;876 300,7;902 700,1;929 100,6
Kultur- och fritidsnämnden;Styrets förslag;grund;80 600,2;85 500,6;92 200,3
Kommun;Summa ramar;summa;2 399 401,7;2 476 751,8;2 546 152,1
Kommun;Styrets resultat;resultat;15 961,0;15 320,6;24 830,8
Kommun;Skattehöjning 12 öre;finansiering;23 040,0;23 880,0;24 720,0
Kommun;Ingen skattesänkning med 5 öre;finansiering;9 600,0;9 950,0;10 300,0
Kommun;Vårt resultat;resultat;28 001,0;24 000,6;34 000,8
`,
  'kanslighet.csv': `\
Känslighetsanalys, tkr;−2 %;−1 %;Budget 2026;+1 %;+2 %
Verksamhetens intäkter;−12 226,0;−6 113,0;611 300,9;6 113,0;12 226,0
Personalkostnader;37 609,0;18 804,5;−1 880 450,8;−18 804,5;−37 609,0
Köp av verksamhet;11 398,0;5 699,0;−569 900,4;−5 699,0;−11 398,0
`,
  'ramar.csv': `\
Nämndernas ramar, tkr;Budget 2025;Budget 2026;Plan 2027;Plan 2028
Kommunstyrelsen;182 400,1;188 000,5;191 250,2;194 750,8
Barn- och utbildningsnämnden;1 204 300,6;1 254 500,3;1 297 300,9;1 330 100,4
Socialnämnden;846 200,2;876 300,7;902 700,1;929 100,6
Kultur- och fritidsnämnden;76 600,9;80 600,2;85 500,6;92 200,3
Summa nämnder;2 309 501,8;2 399 401,7;2 476 751,8;2 546 152,1
`,
  'resultatbudget.csv': `\
Resultatbudget, tkr;Bokslut 2024;Prognos 2025;Budget 2026;Förändring 25–26 %;Plan 2027;Plan 2028
Verksamhetens intäkter;612 450,4;605 100,2;611 300,9;1,0 %;620 000,5;631 500,3
Personalkostnader;−1 790 120,6;−1 821 300,4;−1 880 450,8;3,2 %;−1 931 200,7;−1 977 900,1
Pensionskostnader;−190 230,1;−187 400,5;−176 900,2;−5,6 %;−171 300,9;−180 100,4
Köp av verksamhet;−540 200,7;−551 800,3;−569 900,4;3,3 %;−586 100,2;−601 200,6
Övriga kostnader;−369 568,9;−390 498,8;−414 548,6;6,2 %;−431 998,5;−439 698,9
Verksamhetens kostnader;−2 890 120,3;−2 951 000,0;−3 041 800,0;3,1 %;−3 120 600,3;−3 198 900,0
Planenliga avskrivningar;−112 300,5;−117 500,1;−124 600,6;6,0 %;−131 200,8;−136 800,2
Nettokostnad;−2 389 970,4;−2 463 399,9;−2 555 099,7;3,7 %;−2 631 800,6;−2 704 199,9
Kommunalskatt;1 830 400,3;1 881 300,9;1 951 200,4;3,7 %;2 021 500,7;2 093 400,2
Generella statsbidrag och utjämning;611 800,9;635 200,6;644 900,1;1,5 %;650 100,4;662 400,8
Summa skatter och statsbidrag;2 442 201,2;2 516 501,5;2 596 100,5;3,2 %;2 671 601,1;2 755 801,0
Rörelseresultat;52 230,8;53 101,6;41 000,8;−22,8 %;39 800,5;51 601,1
Finansiella intäkter;18 200,4;16 100,2;15 500,9;−3,7 %;15 500,3;15 500,6
Finansiella kostnader;−21 430,8;−24 000,3;−28 500,7;18,8 %;−31 300,2;−33 100,9
Årets resultat;49 000,4;45 201,5;28 001,0;−38,1 %;24 000,6;34 000,8
`,
  'skatter.csv': `\
Skatteintäkter och generella statsbidrag, tkr;Bokslut 2024;Prognos 2025;Budget 2026;Plan 2027;Plan 2028
Preliminär kommunalskatt;1 826 900,3;1 878 700,9;1 948 100,4;2 021 500,7;2 093 400,2
Slutavräkning;3 500,0;2 600,0;3 100,0;0,0;0,0
Inkomstutjämningsbidrag;392 300,2;402 300,5;410 800,3;414 600,1;419 100,7
Kostnadsutjämningsavgift;−31 000,4;−31 200,1;−30 800,9;−31 000,5;−31 400,2
Regleringsbidrag;96 700,8;103 600,3;110 400,6;108 800,2;112 900,1
LSS-utjämning;42 700,1;49 400,7;43 300,4;45 100,3;47 500,6
Kommunal fastighetsavgift;111 100,2;111 099,2;111 199,7;112 600,3;114 299,6
Summa skatter och statsbidrag;2 442 201,2;2 516 501,5;2 596 100,5;2 671 601,1;2 755 801,0
`,
  'uppdrag.csv': `\
id;kapitel;nämnder;slag;belopp;text
U1;3;Barn- och utbildningsnämnden;avsätta;9 500 tkr (2026);Mindre barngrupper i förskolan
U2;4;Socialnämnden;utreda;;Undersök scheman i hemtjänsten
U3;4;Socialnämnden;avsätta;7,4 mnkr (2026);Anställ fler undersköterskor i hemtjänsten
`,
}

/** The budget as read, after `change` has been made to its files, with a person's answers to what is asked. */
export async function municipality(
  change: (files: Record<string, string>) => void = () => {},
  answers: Readonly<Record<string, string>> = {},
): Promise<Book> {
  const files = { ...municipalFiles }
  change(files)
  const { book } = await readBook(
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    { frame: { jurisdiction: 'Ekeberga kommun' }, answers },
  )
  return book
}
