# ruff: noqa: E501 - paths
"""Line icons on a 24 × 24 grid and the four field-of-action pictures on 64 × 64, drawn for Quartierwerk.

Inline SVG: no request, takes the text's colour, prints, works in forced colours.
"""

ICONS: dict[str, str] = {
    "accessible": '<circle cx="11" cy="4" r="1.6"/><path d="M11 8v6h5l3 6M11 10.5h4"/><path d="M8 11.5a5 5 0 1 0 7.5 6.5"/>',
    "arrow-left": '<path d="M20 12H4m6-6-6 6 6 6"/>',
    "arrow-right": '<path d="M4 12h16m-6-6 6 6-6 6"/>',
    "calendar": '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4m8-4v4"/>',
    "check": '<path d="m4 12.5 5.5 5.5L20 7"/>',
    "chevron-down": '<path d="m5 9 7 7 7-7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "close": '<path d="m5 5 14 14M19 5 5 19"/>',
    "document": '<path d="M14 3H6a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V8z"/><path d="M14 3v5h5M8.5 13h7m-7 4h7"/>',
    "download": '<path d="M12 4v11m-5-5 5 5 5-5M4 20h16"/>',
    "easy": '<circle cx="8" cy="6" r="2.5"/><path d="M3.5 20v-6a3 3 0 0 1 3-3h3l3 2.5"/><path d="M12 13v7c2.5-1.5 5-1.5 8.5-1V12c-3.5-.5-6-.5-8.5 1z"/>',
    "external": '<path d="M13 4h7v7m0-7-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"/>',
    "feed": '<path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14"/><circle cx="6" cy="18" r="1.5"/>',
    "heart": '<path d="M12 20s-8-4.7-8-10.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8 2.5C20 15.3 12 20 12 20z"/>',
    "home": '<path d="m3 11.5 9-8 9 8M5.5 9.5V20h13V9.5M10 20v-6h4v6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6m0-9.5v.1"/>',
    "language": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18z"/>',
    "letter": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6.5L20 7"/>',
    "loop": '<path d="M7 10a5 5 0 1 1 8.5 3.6c-1.5 1.4-2 2-2.3 3.6a3 3 0 0 1-5.7.8M10 10.2a2.1 2.1 0 1 1 3.4 1.7"/>',
    "megaphone": '<path d="M4 10v4h3l9 5V5l-9 5zM19 9.5a4 4 0 0 1 0 5M8 14.5 9.5 20h2.5"/>',
    "menu": '<path d="M4 6h16M4 12h16M4 18h16"/>',
    "mobile": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/>',
    "parking": '<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M9.5 17V7.5H13a3 3 0 0 1 0 6H9.5"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M15 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14a6.5 6.5 0 0 1 4 6"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 21a7.5 7.5 0 0 1 15 0"/>',
    "phone": '<path d="M5 3.5h3.5l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2V19a2 2 0 0 1-2 2A16.5 16.5 0 0 1 3 5.5a2 2 0 0 1 2-2z"/>',
    "pin": '<path d="M12 21.5s7-6.2 7-12a7 7 0 1 0-14 0c0 5.8 7 12 7 12z"/><circle cx="12" cy="9.5" r="2.5"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4a1 1 0 0 1-1-1v-6a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v6a1 1 0 0 1-1 1h-3"/><path d="M7 14h10v7H7z"/>',
    "quote": '<path d="M10 7c-3.5 1-5 3.5-5 7v3h5v-5H7.5M19 7c-3.5 1-5 3.5-5 7v3h5v-5h-2.5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "sign": '<path d="M7 13V6.5a1.5 1.5 0 0 1 3 0V11m0-6a1.5 1.5 0 0 1 3 0v6m0-4.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-11 3.3L3.2 14a1.6 1.6 0 0 1 2.6-1.8L7 13.5M19 4.5l2-1.5m-1.5 5 2.5.5"/>',
    "stop": '<rect x="6" y="3" width="12" height="15" rx="2"/><path d="M6 12h12M9 18v3m6-3v3M9 15h.1m5.9 0h.1"/>',
    "tag": '<path d="M3.5 12.5v-8a1 1 0 0 1 1-1h8l8 8-9 9z"/><path d="M8 8h.1"/>',
    "toilet": '<circle cx="7" cy="5" r="2"/><path d="M4 10h6v6H8.5v5h-3v-5H4zM13.5 3v18"/><circle cx="18" cy="5" r="2"/><path d="m18 9-2.5 7H17v5h2v-5h1.5z"/>',
    "warning": '<path d="m12 3.5 9.5 16.5h-19zM12 10v5m0 2.5v.1"/>',
}

FIELD_ICONS: dict[str, str] = {
    "housing": (
        '<path class="qa-wall" d="M12 30v24h40V30L32 13z"/><path class="qa-roof" d="M6 32 32 9l26 23-3.5 4L32 16 9.5 36z"/>'
        '<path class="qa-roof2" d="M28 40h8v14h-8z"/><path class="qa-window" d="M17 36h7v7h-7zm23 0h7v7h-7zM28.5 24h7v7h-7z"/>'
        '<path class="qa-grass" d="M4 53h56v3H4z"/>'
    ),
    "supply": (
        '<path class="qa-roof2" d="M19 28 29 9l3 1.5L23 28zm26 0L35 9l-3 1.5L41 28z"/>'
        '<path class="qa-tree" d="M24 27c-5-8 2-14 8-9 5-6 13 0 9 9z"/><circle class="qa-roof" cx="38" cy="23" r="6"/><circle class="qa-sun" cx="27" cy="24" r="5"/>'
        '<path class="qa-wall2" d="M7 27h50v6H7z"/><path class="qa-timber" d="m10 33 5 22h34l5-22z"/>'
        '<path class="qa-wall2" d="M19 37h4l1.5 14h-4zm11 0h4v14h-4zm11 0h4l-1.5 14h-4z"/>'
    ),
    "participate": (
        '<path class="qa-roof2" d="M6 10h34a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H22L11 43v-9H6a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4z"/>'
        '<path class="qa-wall" d="M9 18h28v3H9zm0 7h20v3H9z"/>'
        '<path class="qa-roof" d="M30 38h28a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-3v7l-9-7H30a4 4 0 0 1-4-4V42a4 4 0 0 1 4-4z"/>'
        '<path class="qa-wall" d="m38.5 47 3.5 3.5 8-8 2 2L42 54.5 36.5 49z"/>'
    ),
    "community": (
        '<circle class="qa-skin" cx="14" cy="22" r="6"/><circle class="qa-skin2" cx="32" cy="15" r="6.5"/><circle class="qa-skin" cx="50" cy="22" r="6"/>'
        '<path class="qa-roof2" d="M4 46V38a10 10 0 0 1 20 0v8z"/><path class="qa-cloth" d="M21 46V34a11 11 0 0 1 22 0v12z"/>'
        '<path class="qa-roof" d="M40 46V38a10 10 0 0 1 20 0v8z"/><path class="qa-timber" d="M2 44h60v5H2zm7 5h5v9H9zm41 0h5v9h-5z"/>'
        '<path class="qa-wall" d="M27 37h8v7h-8z"/>'
    ),
    "": (
        '<circle class="qa-sun" cx="46" cy="17" r="8"/><path class="qa-tree2" d="M8 28a12 12 0 1 1 24 0c0 8-6 13-12 13S8 36 8 28z"/>'
        '<path class="qa-timber" d="M18.5 32h3v22h-3z"/><path class="qa-wall" d="M32 38v16h24V38L44 28z"/>'
        '<path class="qa-roof" d="m28 39 16-14 16 14-2.5 3L44 30 30.5 42z"/><path class="qa-roof2" d="M41 44h6v10h-6z"/><path class="qa-grass" d="M3 53h58v3H3z"/>'
    ),
}
"""By the key of a field of action; the empty key is for fields a town adds."""
