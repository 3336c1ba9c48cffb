"""Clothes, shoes and bags."""

from __future__ import annotations

_TEE_OUTLINE = (
    "M148 92 L104 110 Q92 116 86 128 L54 190 L96 214 L118 184 L118 326 Q118 336 128 336"
    " L272 336 Q282 336 282 326 L282 184 L304 214 L346 190 L314 128 Q308 116 296 110 L252 92"
    " Q200 132 148 92 Z"
)
_LONG_OUTLINE = (
    "M148 92 L108 108 Q92 114 88 132 L58 308 L98 316 L120 206 L120 326 Q120 336 130 336"
    " L270 336 Q280 336 280 326 L280 206 L302 316 L342 308 L312 132 Q308 114 292 108 L252 92"
    " Q200 132 148 92 Z"
)
_NECK = '<path d="M148 92 Q200 132 252 92 L262 96 Q200 152 138 96 Z" fill="{dark}"/>'
_TEE = f'<path d="{_TEE_OUTLINE}" fill="{{main}}"/>{_NECK}'
_LONG = f'<path d="{_LONG_OUTLINE}" fill="{{main}}"/>{_NECK}'
_FOLDS = '<path d="M118 184 L126 336 L118 330 Z M282 184 L274 336 L282 330 Z" fill="{dark}" opacity=".55"/>'
_CUFFS = '<path d="M58 308 L98 316 L101 298 L61 290 Z M342 308 L302 316 L299 298 L339 290 Z" fill="{dark}"/>'
_HEM = '<path d="M120 312 H280 V326 Q280 336 270 336 H130 Q120 336 120 326 Z" fill="{dark}"/>'
_STRIPES = "".join(f'<rect x="40" y="{y}" width="320" height="16"/>' for y in range(150, 340, 36))
_BUTTONS = "".join(
    f'<circle cx="200" cy="{y}" r="5" fill="{{dark}}"/>' for y in range(160, 330, 38)
)
_SOLE = '<path d="M62 262 Q62 292 84 292 H322 Q344 292 344 272 L344 262 Z" fill="{accent}"/>'

WORN: dict[str, str] = {
    "tee": _TEE
    + _FOLDS
    + '<circle cx="200" cy="206" r="34" fill="{accent}" opacity=".9"/>'
    + '<path d="M166 206 Q183 190 200 206 T234 206 A34 34 0 0 1 166 206 Z" fill="{dark}"/>',
    "striped": f'<clipPath id="o"><path d="{_TEE_OUTLINE}"/></clipPath>'
    + _TEE
    + f'<g clip-path="url(#o)" fill="{{accent}}">{_STRIPES}</g>'
    + _NECK,
    "longsleeve": _LONG
    + _CUFFS
    + '<rect x="220" y="170" width="34" height="38" rx="4" fill="{dark}"/>',
    "shirt": _LONG
    + _CUFFS
    + '<path d="M148 92 L200 150 L170 172 L132 100 Z M252 92 L200 150 L230 172 L268 100 Z" fill="{light}"/>'
    + '<path d="M196 150 H204 V336 H196 Z" fill="{dark}" opacity=".35"/>'
    + _BUTTONS
    + '<rect x="222" y="190" width="40" height="42" rx="4" fill="{dark}" opacity=".45"/>',
    "hoodie": _LONG
    + _CUFFS
    + _HEM
    + '<path d="M138 112 Q140 58 200 58 Q260 58 262 112 Q250 150 200 160 Q150 150 138 112 Z" fill="{dark}"/>'
    + '<path d="M160 112 Q162 80 200 80 Q238 80 240 112 Q228 136 200 142 Q172 136 160 112 Z" fill="{main}"/>'
    + '<path d="M184 148 V196 M216 148 V196" stroke="{accent}" stroke-width="5" stroke-linecap="round"/>'
    + '<path d="M156 246 H244 L262 300 H138 Z" fill="{dark}"/>',
    "sweater": _LONG
    + _CUFFS
    + _HEM
    + '<path d="M104 190 L128 172 L152 190 L176 172 L200 190 L224 172 L248 190 L272 172 L296 190"'
    ' fill="none" stroke="{accent}" stroke-width="9" stroke-linejoin="round"/>'
    + '<path d="M120 222 L140 206 L160 222 L180 206 L200 222 L220 206 L240 222 L260 206 L280 222"'
    ' fill="none" stroke="{light}" stroke-width="7" stroke-linejoin="round"/>',
    "jacket": _LONG
    + _CUFFS
    + '<path d="M146 96 Q146 70 200 70 Q254 70 254 96 Q236 128 200 136 Q164 128 146 96 Z" fill="{dark}"/>'
    + '<path d="M200 130 V336" stroke="{accent}" stroke-width="8"/>'
    + '<path d="M138 232 H180 V276 H138 Z M220 232 H262 V276 H220 Z" fill="{dark}"/>'
    + '<path d="M118 180 H282" stroke="{light}" stroke-width="10"/>',
    "dress": '<path d="M158 70 L152 128 Q150 170 160 190 L98 322 Q150 346 200 346 Q250 346 302 322'
    ' L240 190 Q250 170 248 128 L242 70 L226 70 Q222 108 200 112 Q178 108 174 70 Z" fill="{main}"/>'
    '<path d="M160 186 H240 L244 200 H156 Z" fill="{accent}"/>'
    '<path d="M168 214 L136 334 M200 214 V346 M232 214 L264 334" stroke="{dark}" stroke-width="5" opacity=".6"/>',
    "trousers": '<path d="M136 70 H264 L288 338 H226 L200 152 L174 338 H112 Z" fill="{main}"/>'
    '<path d="M136 70 H264 L266 92 H134 Z" fill="{dark}"/>'
    '<path d="M150 92 Q150 124 128 132 M250 92 Q250 124 272 132" fill="none" stroke="{dark}" stroke-width="5"/>'
    '<path d="M200 92 V152" stroke="{dark}" stroke-width="5"/><circle cx="200" cy="81" r="6" fill="{accent}"/>',
    "jeans": '<path d="M134 70 H266 L284 338 H222 L200 156 L178 338 H116 Z" fill="{main}"/>'
    '<path d="M134 70 H266 L268 94 H132 Z" fill="{dark}"/>'
    '<path d="M142 106 Q170 108 178 130 H136 Z M258 106 Q230 108 222 130 H264 Z" fill="{dark}" opacity=".7"/>'
    '<path d="M118 322 H180 M220 322 H282 M200 94 V156" stroke="{accent}" stroke-width="4" stroke-dasharray="8 6"/>'
    '<circle cx="200" cy="82" r="6" fill="{accent}"/>',
    "cap": '<path d="M92 236 Q92 124 200 124 Q296 124 300 232 Z" fill="{main}"/>'
    '<path d="M200 124 Q160 160 156 236 M200 124 Q244 160 246 234" fill="none" stroke="{dark}" stroke-width="5"/>'
    '<path d="M88 232 Q180 214 304 230 Q364 244 366 270 Q280 250 200 256 Q120 258 92 262 Q84 248 88 232 Z"'
    ' fill="{dark}"/><circle cx="200" cy="122" r="10" fill="{accent}"/>',
    "socks": '<path d="M132 76 H196 V220 Q196 240 182 254 L130 312 Q108 332 84 314 Q62 294 82 270 L132 214 Z"'
    ' fill="{main}"/><path d="M132 76 H196 V108 H132 Z" fill="{accent}"/>'
    '<path d="M228 76 H292 V220 Q292 240 278 254 L226 312 Q204 332 180 314 Q158 294 178 270 L228 214 Z"'
    ' fill="{main}"/><path d="M228 76 H292 V108 H228 Z" fill="{accent}"/>'
    '<path d="M132 128 H196 M228 128 H292 M132 148 H196 M228 148 H292" stroke="{dark}" stroke-width="8"/>'
    '<path d="M84 314 Q62 294 82 270 L96 256 Q122 276 114 324 Q98 326 84 314 Z'
    ' M180 314 Q158 294 178 270 L192 256 Q218 276 210 324 Q194 326 180 314 Z" fill="{dark}"/>',
    "sneaker": '<path d="M66 264 V196 Q66 172 88 172 Q112 192 152 160 Q164 150 178 162 L246 218'
    ' Q262 230 300 234 Q344 240 344 264 Z" fill="{main}"/>'
    + _SOLE
    + '<path d="M298 233 Q344 240 344 264 H282 Q278 244 298 233 Z" fill="{accent}"/>'
    '<path d="M176 196 L206 172 M200 214 L230 192 M226 232 L254 212" stroke="{accent}" stroke-width="8"'
    ' stroke-linecap="round"/><circle cx="106" cy="222" r="15" fill="{accent}"/>',
    "runner": '<path d="M60 262 V186 Q70 166 90 172 Q124 190 158 152 Q170 142 182 154 L246 214'
    ' Q264 228 304 234 Q346 240 348 262 Z" fill="{main}"/>'
    '<path d="M52 262 H350 Q356 296 320 296 H120 Q92 296 78 286 Q52 284 52 262 Z" fill="{accent}"/>'
    '<path d="M96 262 L150 196 L176 220 L150 262 Z M176 262 L198 232 L220 246 L212 262 Z" fill="{light}"/>'
    '<path d="M182 188 L208 168 M204 208 L230 188 M226 226 L250 208" stroke="{dark}" stroke-width="7"'
    ' stroke-linecap="round"/>',
    "boot": '<path d="M104 84 H204 V196 Q220 222 268 230 Q312 238 312 282 H104 Z" fill="{main}"/>'
    '<path d="M98 282 H318 V296 Q318 304 310 304 H170 V316 H98 Z" fill="{dark}"/>'
    '<path d="M104 84 H204 V108 H104 Z" fill="{dark}"/>'
    '<path d="M162 132 H204 M162 156 H204 M166 180 H206 M176 204 H216" stroke="{accent}" stroke-width="7"'
    ' stroke-linecap="round"/>',
    "sandal": '<path d="M58 268 Q120 236 200 258 T348 268 Q352 294 328 294 H84 Q58 294 58 268 Z" fill="{dark}"/>'
    '<path d="M214 262 Q224 196 268 202 Q310 214 322 266 Q268 274 214 262 Z" fill="{main}"/>'
    '<path d="M80 262 Q80 190 128 194 Q158 200 172 252 L148 250 Q136 214 120 216 Q104 220 106 256 Z"'
    ' fill="{main}"/><circle cx="104" cy="222" r="9" fill="{accent}"/>',
    "rainboot": '<path d="M132 72 H222 V214 Q236 240 276 244 Q316 250 316 290 H132 Z" fill="{main}"/>'
    '<path d="M124 288 H324 V304 Q324 312 314 312 H132 Q124 312 124 304 Z" fill="{dark}"/>'
    '<path d="M126 72 H228 V96 H126 Z" fill="{dark}"/><path d="M148 116 V250" stroke="{light}"'
    ' stroke-width="10" stroke-linecap="round"/><circle cx="200" cy="150" r="10" fill="{accent}"/>'
    '<circle cx="186" cy="196" r="7" fill="{accent}"/>',
    "backpack": '<path d="M160 88 Q160 58 200 58 Q240 58 240 88" fill="none" stroke="{dark}" stroke-width="14"/>'
    '<path d="M112 150 Q112 84 200 84 Q288 84 288 150 V318 Q288 338 268 338 H132 Q112 338 112 318 Z"'
    ' fill="{main}"/><path d="M134 232 H266 V306 Q266 318 254 318 H146 Q134 318 134 306 Z" fill="{dark}"/>'
    '<path d="M112 158 Q200 196 288 158 L288 140 H112 Z" fill="{light}" opacity=".7"/>'
    '<path d="M134 254 H266" stroke="{accent}" stroke-width="6"/>'
    '<rect x="188" y="166" width="24" height="40" rx="6" fill="{accent}"/>',
    "tote": '<path d="M148 152 Q148 66 200 66 Q252 66 252 152" fill="none" stroke="{dark}" stroke-width="12"/>'
    '<path d="M98 140 H302 L318 322 Q318 338 302 338 H98 Q82 338 82 322 Z" fill="{main}"/>'
    '<path d="M98 140 H302 L304 160 H96 Z" fill="{dark}"/>'
    '<path d="M150 262 Q150 214 200 214 Q250 214 250 262 Z" fill="{accent}"/>'
    '<path d="M136 262 H264" stroke="{accent}" stroke-width="7" stroke-linecap="round"/>',
}
# What lies low is moved down to the ground's shadow.
WORN |= {
    name: f'<g transform="translate(0 46)">{WORN[name]}</g>'
    for name in ("cap", "sneaker", "runner", "sandal")
}
