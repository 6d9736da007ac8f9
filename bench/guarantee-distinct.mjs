/** Writes the variant of G(n) in which every guarantor has a deadline of its own, so that none is interchangeable: `node bench/guarantee-distinct.mjs 6 > bench/guarantee-distinct-6.casus`. */
const n = Number(process.argv[2] ?? 6);
const names = Array.from({ length: n }, (_, index) => `G${index + 1}`);
const breached = (list) => list.map((_, index) => `assistance-${index + 1} is breached`);
console.log(`// G(n) with a deadline of its own for each guarantor, n = ${n}: made by bench/guarantee-distinct.mjs.
treaty "Guarantee of ${n}, each its own deadline", source "a variant of the reference model G(n)", status proposed.
times in UTC, a day is 24 hours, tick 6 hours.
party Beneficiary, ${names.join(', ')}.
outsider Aggressor.
group Guarantor is ${names.join(', ')}.
act attack on party, severity 1 to 2.
act consult, assist.

article 1 "Consultation"
| After an armed attack every guarantor consults within a day.
define armed-attack as attack by Aggressor on Beneficiary with severity at least 2.
duty consultation: each Guarantor shall consult, owed to Beneficiary, within 24 hours of armed-attack.

article 2 "Decision"
| Once the consultation is over the guarantors vote within a day; two thirds of them declare the case.
define consulted as consultation is settled by each.
decision casus-foederis: by each Guarantor, opens when consulted, closes after 24 hours, adopted by two thirds of members, if rejected the matter ends.

article 3 "Assistance"
| Each guarantor then assists within a time of its own, the first within two days, each next one six hours later.
${names.map((name, index) => `duty assistance-${index + 1}: ${name} shall assist, owed to Beneficiary, within ${48 + 6 * index} hours of casus-foederis is adopted.`).join('\n')}

claim not-all-fail: never ${breached(names).join(' and ')}, assuming at most 1 of Guarantor defaults.
claim always-declared: whenever armed-attack, casus-foederis is adopted, assuming at most 1 of Guarantor defaults.`);
