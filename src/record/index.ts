/** Records: reading entries from files, holding them against a treaty, and putting them together as known on a day. No file is opened here; callers hand in text. */
export { readJsonLines, readJsonLinesFrom } from './json-lines.js';
export { readCsv, OWN_COLUMNS, type CsvOptions } from './csv.js';
export { rowsOf, type Row, type Rows } from './csv-rows.js';
export { admit, type Admitted } from './admit.js';
export { assemble } from './assemble.js';
export { chain, departsAt } from './chain.js';
export { writeJsonLines } from './write.js';
export { canonical } from './canonical.js';
export { sha256 } from './sha256.js';
export { readDate, readSpan, type Dated } from './dates.js';
export { closest, didYouMean } from './near.js';
export { LONGEST_ROW, type Reading, type ReadOptions, type SetAside } from './reading.js';
