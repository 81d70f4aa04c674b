#!/bin/sh
# SheetJS (npm xlsx 0.18.5) reading a CSV file makes numbers and dates of card numbers that have letters in them:
# the cell 0x12345678 becomes the number 305419896, 1DEC2020 the day 44166 (2020-12-01), and an apostrophe in front, which
# keeps '0x12345678 a text, does not keep '2026-11-01 one. A guess would be: what has a letter in it stays a text.
# Seen 2026-11-27: "n 305419896", "n 44166", "s '0x12345678", "n 46327".
# Needs node and npm; installs into a temporary folder. Fails where SheetJS does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund xlsx@0.18.5 >/dev/null
TZ=UTC node -e '
const sheets = require("xlsx");
const book = sheets.read("card\n0x12345678\n1DEC2020\n\u00270x12345678\n\u00272026-11-01\n", {type: "string"});
const sheet = book.Sheets[book.SheetNames[0]];
const seen = ["A2", "A3", "A4", "A5"].map((cell) => sheet[cell].t + " " + sheet[cell].v);
console.log(seen.join("\n"));
const expected = ["n 305419896", "n 44166", "s \u00270x12345678", "n 46327"];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
'
