import { types } from 'pg'

/**
 * Both engines give the same JavaScript values: counts as exact bigint, exact decimals as text, days as
 * `YYYY-MM-DD`. Without this, a day would become midnight in the server's time zone and an amount a float.
 */
const { builtins, setTypeParser } = types

setTypeParser(builtins.INT8, (text) => BigInt(text))
setTypeParser(builtins.NUMERIC, (text) => text)
setTypeParser(builtins.DATE, (text) => text)
