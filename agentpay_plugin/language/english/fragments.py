"""Pieces that English expressions are put together from."""

from __future__ import annotations

THIS = (
    r"(?:it|this|that|these|those|them|(?:the|this|that|these|your|those|one) (?:\w+ )?\w+|1|one)"
)
PLEASE = r"(?:(?:please|hi|hello|hey|ok|yes|so|and|also|but|then|well|sir|sure|actually|just|now|no|great|perfect|cool|good|alright|right|fine|hm|hmm|um|uh|oh|ah|wait|oops|maybe|yeah) )*"
I_WE = r"(?:i(?: i)?|we|me)"
WOULD = r"(?:(?:would|will|do|really|just|also|actually|definitely|went|am|are|have|now|still) )*"
WANT = (
    r"(?:want|need|wish|like|love|prefer|require|going|go|ready|willing|planning|interested|happy)"
)
ASK_YOU = r"(?:can|could|will|would) you (?:please |also |just |maybe |kindly )*"
BUY = r"(?:buy|purchase|order|reorder|repurchase|book|get|take|grab|have)"
SURELY_BUY = r"(?:buy|purchase|order|reorder|repurchase)"
GOODS = r"(?:order|orders|package|packages|parcel|parcels|shipment|purchase|delivery|product|products|item|items|stuff|goods|things)"
