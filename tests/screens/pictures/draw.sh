#!/usr/bin/env bash
# Drew the pictures beside it, with ImageMagick: nobody's work but this project's. They are kept, since the tests
# compare what is painted with them.
set -euo pipefail
cd -- "$(dirname -- "$0")"

# An open book, with alpha, as most logos come.
convert -size 480x240 xc:none -fill '#ffb347' -draw 'path "M 30,60 Q 130,10 225,60 L 225,210 Q 130,160 30,210 Z"' \
  -fill '#ff8a5c' -draw 'path "M 255,60 Q 350,10 450,60 L 450,210 Q 350,160 255,210 Z"' \
  -fill white -draw 'rectangle 232,50 248,214' -define png:exclude-chunks=date,time PNG8:logo.png

# Book shelves, light enough to harm the text if nothing veiled them.
shelves=()
for shelf in 0 1 2 3; do
  for book in $(seq 0 23); do
    left=$((book * 20 + 2)) top=$((shelf * 68 + 8 + (book * 7 + shelf * 5) % 17))
    shades=('#d9a441' '#e8dcc0' '#7fa7c9' '#b5573f' '#8fb26b' '#f4efe4')
    shelves+=(-fill "${shades[(book * 5 + shelf * 3) % 6]}" -draw "rectangle $left,$top $((left + 15)),$((shelf * 68 + 60))")
  done
done
convert -size 480x270 xc:'#5b3a22' "${shelves[@]}" -strip -quality 70 hall.jpg

# A face each: one upright, one wide, so that both are cut to fit.
convert -size 160x200 gradient:'#9fc5e8'-'#3d6b99' -fill '#f1c9a5' -draw 'circle 80,80 80,40' \
  -fill '#6b3e26' -draw 'path "M 40,80 Q 40,30 80,32 Q 120,30 120,80 Q 112,52 80,54 Q 48,52 40,80 Z"' \
  -fill '#7a1f3d' -draw 'path "M 20,200 Q 24,130 80,130 Q 136,130 140,200 Z"' +dither -colors 64 -strip grishina.png
convert -size 220x160 gradient:'#d8d2c4'-'#8c8470' -fill '#e3b58c' -draw 'circle 110,66 110,30' \
  -fill '#2b2b2b' -draw 'path "M 74,62 Q 74,24 110,26 Q 146,24 146,62 Q 138,44 110,46 Q 82,44 74,62 Z"' \
  -fill '#2c4a3e' -draw 'path "M 52,160 Q 56,108 110,108 Q 164,108 168,160 Z"' +dither -colors 64 -strip vasilyev.png
