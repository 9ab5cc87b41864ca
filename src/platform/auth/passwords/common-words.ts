/**
 * The words that most common passwords are made of, Swedish and international, without figures and signs. A
 * password that is one of these with something around it is among the first that anybody tries.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwords passwort passord losenord losenordet losen hemligt hemlig hemligheten kodord qwerty
  qwertyui qwertyuiop qwertyqwerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abcdef abcdefg abcdefgh
  abcdefghij abcdefghijkl letmein letmeinplease welcome welcomeback welcomehome valkommen valkommentill
  admin administrator adminadmin administrat root rootroot toor login loginlogin logga inloggning user
  username anvandare changeme changemenow default standard master monkey dragon dragons football fotboll
  baseball basketball superman batman spiderman starwars pokemon princess prinsessa sunshine solsken
  iloveyou iloveyouso iloveu loveyou jagalskardig alskling alskar alskarling hejsan hejsanhejsan hejhej
  hejhejhej hej halla tjena tjenare sommar sommaren sommarlov vinter vintern hosten host varen sverige
  sweden stockholm goteborg malmo uppsala svenska svenskt svensk midsommar julafton tomten jultomten
  computer dator datorn internet secret secrets topsecret trustno trustnoone whatever freedom frihet
  nothing ingenting killer hunter ranger shadow michael jordan jennifer charlie jessica ashley daniel
  matthew thomas robert andrew joshua george summer summertime winter autumn spring monday fredag friday
  lordag sondag mandag tisdag onsdag torsdag januari februari mars april maj juni juli augusti september
  oktober november december test testing testtest tester tillfalligt temporary guest gast demo kansli
  kansliet organisation organisationen forening foreningen foreningens styrelse styrelsen medlem medlemmar
  medlemmen partiet distriktet distrikt kassor kassoren ordforande sekreterare budget budgeten valet
  valrorelse valrorelsen kommun kommunen region regionen landstinget correcthorsebatterystaple`
    .split(/\s+/)
    .filter(Boolean),
)
