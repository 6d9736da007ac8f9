/** Writes G(n) as a treaty: `node bench/guarantee.mjs 8 > bench/guarantee-8.casus`. */
const n = Number(process.argv[2] ?? 3);
const names = Array.from({ length: n }, (_, index) => `G${index + 1}`);
console.log(`// The reference model G(n) as a treaty, n = ${n}: made by bench/guarantee.mjs.
treaty "Guarantee of ${n}", source "the reference model G(n)", status proposed.
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
| Each guarantor then assists within two days.
duty assistance: each Guarantor shall assist, owed to Beneficiary, within 48 hours of casus-foederis is adopted.

claim enough-assist: whenever casus-foederis is adopted, within 48 hours assistance is performed by at least ${n - 1}, assuming at most 1 of Guarantor defaults.
claim always-declared: whenever armed-attack, casus-foederis is adopted, assuming at most 1 of Guarantor defaults.`);
