"""Things for the home, to drink, to read, to listen with."""

from __future__ import annotations

_GRAIN = "".join(
    f'<path d="M{110 + 14 * row} {150 + 26 * row} H{290 - 10 * row}" stroke="{{dark}}"'
    ' stroke-width="4" stroke-linecap="round" opacity=".6"/>'
    for row in range(6)
)
_HOLES = "".join(
    f'<circle cx="{x}" cy="{y}" r="5" fill="{{dark}}"/>'
    for y in range(176, 260, 20)
    for x in range(120, 290, 20)
)

THINGS: dict[str, str] = {
    "mug": '<path d="M262 148 H284 Q328 148 328 200 Q328 254 276 254 H258" fill="none" stroke="{dark}"'
    ' stroke-width="20"/><path d="M92 112 H272 V284 Q272 322 234 322 H130 Q92 322 92 284 Z" fill="{main}"/>'
    '<path d="M92 112 H272 V134 H92 Z" fill="{accent}"/>'
    '<path d="M112 160 V276" stroke="{light}" stroke-width="10" stroke-linecap="round"/>'
    '<path d="M160 92 Q150 76 162 62 T162 34 M204 92 Q194 76 206 62 T206 34" fill="none" stroke="#ffffff"'
    ' stroke-width="7" stroke-linecap="round" opacity=".75"/>',
    "stoneware": '<path d="M264 166 H280 Q322 166 322 212 Q322 258 274 258" fill="none" stroke="{dark}"'
    ' stroke-width="18"/><path d="M98 124 H276 Q280 240 258 322 H116 Q94 240 98 124 Z" fill="{main}"/>'
    '<path d="M98 124 H276 Q277 166 275 200 Q230 222 187 200 T98 206 Q96 166 98 124 Z" fill="{accent}"/>'
    '<ellipse cx="187" cy="124" rx="89" ry="16" fill="{dark}"/>',
    "cups": '<path d="M66 190 H176 V228 Q176 276 121 276 Q66 276 66 228 Z" fill="{main}"/>'
    '<path d="M176 202 Q208 202 204 228 Q200 250 170 246" fill="none" stroke="{main}" stroke-width="11"/>'
    '<ellipse cx="121" cy="284" rx="80" ry="13" fill="{dark}"/>'
    '<path d="M216 220 H326 V258 Q326 306 271 306 Q216 306 216 258 Z" fill="{light}"/>'
    '<path d="M326 232 Q358 232 354 258 Q350 280 320 276" fill="none" stroke="{light}" stroke-width="11"/>'
    '<ellipse cx="271" cy="314" rx="80" ry="13" fill="{dark}"/>'
    '<ellipse cx="121" cy="190" rx="55" ry="11" fill="{accent}"/><ellipse cx="271" cy="220" rx="55" ry="11"'
    ' fill="{accent}"/>',
    "lamp": '<path d="M140 72 H260 L310 206 H90 Z" fill="{main}"/><path d="M90 206 H310 L304 190 H96 Z" fill="{dark}"/>'
    '<path d="M160 86 L128 186" stroke="{light}" stroke-width="10" stroke-linecap="round"/>'
    '<path d="M192 206 H208 V318 H192 Z" fill="{accent}"/><ellipse cx="200" cy="326" rx="72" ry="16" fill="{accent}"/>'
    '<path d="M250 206 V250" stroke="{accent}" stroke-width="4"/><circle cx="250" cy="254" r="7" fill="{dark}"/>',
    "blanket": '<path d="M84 128 Q84 108 104 108 H296 Q316 108 316 128 V158 H84 Z" fill="{light}"/>'
    '<path d="M76 158 H324 V226 H76 Z" fill="{main}"/><path d="M84 226 H316 V312 H84 Z" fill="{dark}"/>'
    '<path d="M76 176 H324 M76 208 H324" stroke="{accent}" stroke-width="7"/>'
    '<path d="M92 312 V334 M116 312 V334 M140 312 V334 M164 312 V334 M188 312 V334 M212 312 V334 M236 312 V334'
    ' M260 312 V334 M284 312 V334 M308 312 V334" stroke="{dark}" stroke-width="7" stroke-linecap="round"/>',
    "candle": '<path d="M200 66 Q232 106 200 132 Q168 106 200 66 Z" fill="#f6a93b"/>'
    '<path d="M200 92 Q214 112 200 126 Q186 112 200 92 Z" fill="#ffe6a3"/><path d="M200 128 V160" stroke="#4a4a4a"'
    ' stroke-width="5"/><path d="M116 156 H284 V312 Q284 332 264 332 H136 Q116 332 116 312 Z" fill="{main}"/>'
    '<ellipse cx="200" cy="156" rx="84" ry="14" fill="{light}"/>'
    '<rect x="148" y="212" width="104" height="72" rx="6" fill="{accent}"/>'
    '<path d="M168 238 H232 M180 258 H220" stroke="{dark}" stroke-width="6" stroke-linecap="round"/>',
    "pot": '<path d="M200 216 Q196 140 132 112 Q128 180 200 216 Z" fill="#4f8a5b"/>'
    '<path d="M200 216 Q206 120 282 96 Q286 184 200 216 Z" fill="#66a673"/>'
    '<path d="M200 216 Q172 120 204 60 Q238 130 200 216 Z" fill="#3f7550"/>'
    '<path d="M112 208 H288 V240 H112 Z" fill="{dark}"/><path d="M124 240 H276 L258 336 H142 Z" fill="{main}"/>'
    '<path d="M134 262 L150 326" stroke="{light}" stroke-width="9" stroke-linecap="round"/>',
    "board": '<path d="M186 48 H214 Q228 48 228 62 V112 H272 Q296 112 296 136 V312 Q296 336 272 336 H128'
    ' Q104 336 104 312 V136 Q104 112 128 112 H172 V62 Q172 48 186 48 Z" fill="{main}"/>'
    '<circle cx="200" cy="76" r="10" fill="{accent}"/>' + _GRAIN,
    "coffee": '<path d="M118 106 H282 L296 318 Q296 338 276 338 H124 Q104 338 104 318 Z" fill="{main}"/>'
    '<path d="M122 68 H278 L282 106 H118 Z" fill="{dark}"/><path d="M122 84 H278" stroke="{light}" stroke-width="5"/>'
    '<rect x="138" y="152" width="124" height="136" rx="10" fill="{accent}"/>'
    '<ellipse cx="200" cy="210" rx="32" ry="44" fill="{dark}" transform="rotate(28 200 210)"/>'
    '<path d="M218 174 Q190 206 200 214 T180 248" fill="none" stroke="{accent}" stroke-width="6"/>',
    "tea": '<path d="M104 150 Q104 130 124 130 H276 Q296 130 296 150 V318 Q296 336 276 336 H124 Q104 336 104 318 Z"'
    ' fill="{main}"/><ellipse cx="200" cy="122" rx="96" ry="20" fill="{dark}"/>'
    '<path d="M104 122 V150 Q200 184 296 150 V122 Q200 160 104 122 Z" fill="{dark}"/>'
    '<circle cx="200" cy="246" r="58" fill="{accent}"/>'
    '<path d="M168 268 Q168 214 236 210 Q238 268 184 272 L168 288 Z" fill="{dark}"/>'
    '<path d="M176 276 Q198 248 222 226" stroke="{accent}" stroke-width="5" fill="none"/>',
    "cans": '<path d="M78 128 H172 V310 Q172 332 150 332 H100 Q78 332 78 310 Z" fill="{dark}"/>'
    '<ellipse cx="125" cy="128" rx="47" ry="12" fill="#d6dade"/>'
    '<path d="M228 128 H322 V310 Q322 332 300 332 H250 Q228 332 228 310 Z" fill="{dark}"/>'
    '<ellipse cx="275" cy="128" rx="47" ry="12" fill="#d6dade"/>'
    '<path d="M148 104 H252 V316 Q252 340 228 340 H172 Q148 340 148 316 Z" fill="{main}"/>'
    '<ellipse cx="200" cy="104" rx="52" ry="13" fill="#e8ebee"/>'
    '<path d="M148 186 H252 V264 H148 Z" fill="{accent}"/><path d="M170 238 Q185 208 200 226 T232 208" fill="none"'
    ' stroke="{main}" stroke-width="9" stroke-linecap="round"/>',
    "book": '<path d="M112 76 Q112 60 128 60 H286 V332 H128 Q112 332 112 316 Z" fill="{main}"/>'
    '<path d="M112 316 Q112 300 128 300 H286 V332 H128 Q112 332 112 316 Z" fill="#fbf8f0"/>'
    '<path d="M286 308 H134 M286 322 H134" stroke="#d9d3c3" stroke-width="3"/>'
    '<path d="M112 76 Q112 60 128 60 H140 V300 H128 Q112 300 112 316 Z" fill="{dark}"/>'
    '<rect x="166" y="92" width="96" height="56" rx="4" fill="{accent}"/>'
    '<path d="M182 112 H246 M192 130 H236" stroke="{dark}" stroke-width="6" stroke-linecap="round"/>'
    '<circle cx="214" cy="222" r="38" fill="{light}"/><path d="M176 222 Q195 204 214 222 T252 222 A38 38 0 0 1 176 222 Z"'
    ' fill="{accent}"/>',
    "audiobook": '<path d="M128 84 H272 Q288 84 288 100 V300 Q288 316 272 316 H128 Q112 316 112 300 V100'
    ' Q112 84 128 84 Z" fill="{main}"/><path d="M112 100 Q112 84 128 84 H140 V316 H128 Q112 316 112 300 Z" fill="{dark}"/>'
    '<circle cx="214" cy="200" r="52" fill="{accent}"/><path d="M198 172 L244 200 L198 228 Z" fill="{dark}"/>'
    '<path d="M76 232 V196 Q76 44 200 44 Q324 44 324 196 V232" fill="none" stroke="{dark}" stroke-width="14"/>'
    '<rect x="58" y="196" width="38" height="80" rx="18" fill="{dark}"/>'
    '<rect x="304" y="196" width="38" height="80" rx="18" fill="{dark}"/>',
    "earbuds": '<path d="M112 206 Q112 186 132 186 H268 Q288 186 288 206 V286 Q288 330 244 330 H156 Q112 330 112 286 Z"'
    ' fill="{main}"/><path d="M112 206 Q112 186 132 186 H268 Q288 186 288 206 V226 H112 Z" fill="{dark}"/>'
    '<circle cx="200" cy="272" r="9" fill="{accent}"/>'
    '<circle cx="142" cy="106" r="34" fill="{main}"/><path d="M128 120 H156 V176 Q156 186 142 186 Q128 186 128 176 Z"'
    ' fill="{main}"/><circle cx="136" cy="104" r="15" fill="{dark}"/>'
    '<circle cx="258" cy="106" r="34" fill="{main}"/><path d="M244 120 H272 V176 Q272 186 258 186 Q244 186 244 176 Z"'
    ' fill="{main}"/><circle cx="264" cy="104" r="15" fill="{dark}"/>',
    "headphones": '<path d="M92 226 V204 Q92 76 200 76 Q308 76 308 204 V226" fill="none" stroke="{main}" stroke-width="24"/>'
    '<path d="M124 150 Q150 100 200 100" fill="none" stroke="{light}" stroke-width="7" stroke-linecap="round"/>'
    '<rect x="66" y="212" width="66" height="108" rx="30" fill="{dark}"/>'
    '<rect x="268" y="212" width="66" height="108" rx="30" fill="{dark}"/>'
    '<rect x="118" y="220" width="26" height="92" rx="13" fill="{accent}"/>'
    '<rect x="256" y="220" width="26" height="92" rx="13" fill="{accent}"/>',
    "speaker": '<rect x="84" y="134" width="232" height="180" rx="44" fill="{main}"/>'
    '<rect x="102" y="154" width="196" height="124" rx="28" fill="{light}"/>'
    + _HOLES
    + '<path d="M150 134 Q150 92 200 92 Q250 92 250 134" fill="none" stroke="{accent}" stroke-width="12"/>'
    '<circle cx="200" cy="296" r="8" fill="{accent}"/>',
    "powerbank": '<rect x="124" y="76" width="152" height="256" rx="28" fill="{main}"/>'
    '<rect x="144" y="100" width="112" height="208" rx="16" fill="{dark}"/>'
    '<path d="M210 140 L172 214 H198 L188 270 L230 190 H202 Z" fill="{accent}"/>'
    '<rect x="176" y="68" width="48" height="12" rx="5" fill="{dark}"/>',
    "charger": '<path d="M246 236 Q330 236 330 300 T262 338 H160" fill="none" stroke="{dark}" stroke-width="10"/>'
    '<rect x="116" y="110" width="150" height="168" rx="30" fill="{main}"/>'
    '<path d="M156 110 V70 M226 110 V70" stroke="{dark}" stroke-width="16" stroke-linecap="round"/>'
    '<rect x="160" y="190" width="62" height="24" rx="12" fill="{dark}"/>'
    '<path d="M138 140 V220" stroke="{light}" stroke-width="8" stroke-linecap="round"/>'
    '<circle cx="191" cy="246" r="7" fill="{accent}"/>',
    "watch": '<path d="M158 56 H242 L252 130 H148 Z M148 272 H252 L242 346 H158 Z" fill="{dark}"/>'
    '<rect x="126" y="116" width="148" height="170" rx="42" fill="{main}"/>'
    '<rect x="142" y="132" width="116" height="138" rx="30" fill="#1e2430"/>'
    '<path d="M200 160 V204 L230 222" fill="none" stroke="{accent}" stroke-width="9" stroke-linecap="round"'
    ' stroke-linejoin="round"/><circle cx="200" cy="204" r="7" fill="{accent}"/>'
    '<rect x="274" y="180" width="12" height="36" rx="6" fill="{dark}"/>',
    "ereader": '<rect x="112" y="64" width="176" height="272" rx="20" fill="{main}"/>'
    '<rect x="132" y="88" width="136" height="206" rx="4" fill="#f3efe2"/>'
    '<path d="M150 116 H226 M150 144 H250 M150 164 H250 M150 184 H250 M150 204 H240 M150 232 H250 M150 252 H212"'
    ' stroke="#8b8676" stroke-width="6" stroke-linecap="round"/><circle cx="200" cy="316" r="9" fill="{accent}"/>',
    "giftcard": '<rect x="62" y="122" width="276" height="176" rx="18" fill="{main}"/>'
    '<path d="M142 122 H172 V298 H142 Z" fill="{accent}"/><path d="M62 196 H338 V222 H62 Z" fill="{accent}"/>'
    '<path d="M157 208 Q96 202 108 160 Q134 138 157 208 Q180 138 206 160 Q218 202 157 208 Z" fill="{dark}"/>'
    '<circle cx="157" cy="208" r="13" fill="{light}"/>'
    '<path d="M236 258 H310 M236 276 H288" stroke="{light}" stroke-width="8" stroke-linecap="round"/>',
    "parcel": '<path d="M86 158 L200 108 L314 158 V292 L200 342 L86 292 Z" fill="{main}"/>'
    '<path d="M200 208 L314 158 V292 L200 342 Z" fill="{dark}"/><path d="M86 158 L200 208 L314 158 L200 108 Z"'
    ' fill="{light}"/><path d="M140 134 L254 184 V226 L226 238 V196 L114 146 Z" fill="{accent}"/>',
}
