"""Icons, drawn for Nabij: 24 px, a line of 1.75 px, and always with a word beside them."""

ICONS = {
    "bell": '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 1.500h-15Z"/><path d="M10 20.500h4"/>',
    "bin": '<path d="M5 7h14M9.5 7V4.500h5V7M7 7l.8 12.500h8.400L17 7"/>',
    "book": (
        '<path d="M12 6.500C10 5 7 4.8 4 5.300v13c3-.5 6-.3 8 1.2 2-1.5 5-1.7 8-1.200v-13c-3-.5-6-.3-8 1.200Z"/>'
        '<path d="M12 6.500v13"/>'
    ),
    "calendar": '<rect x="4.5" y="6" width="15" height="13.5" rx="2"/><path d="M4.5 10.500h15M8.5 3.800v4M15.5 3.800v4"/>',
    "check": '<path d="m5 12.5 4.5 4.500L19 7.5"/>',
    "clock": '<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>',
    "copy": '<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 5.500v-1h-11v11h1"/>',
    "cross": '<path d="m6.5 6.5 11 11M17.5 6.500l-11 11"/>',
    "eye": (
        '<path d="M2.5 12c2.5-4.5 5.7-6.5 9.5-6.500s7 2 9.5 6.500c-2.5 4.5-5.7 6.5-9.5 6.500S5 16.5 2.5 12Z"/>'
        '<circle cx="12" cy="12" r="2.7"/>'
    ),
    "home": '<path d="M4 11.5 12 4.500l8 7"/><path d="M6.5 10v9.500h11V10"/><path d="M10 19.500v-5h4v5"/>',
    "houses": (
        '<path d="M3.5 19.500V12L8 8l4.5 4v7.5"/><path d="M12.5 10 16 7l4.5 4v8.5"/><path d="M3 19.500h18"/>'
    ),
    "key": '<circle cx="8" cy="15.5" r="3.5"/><path d="m10.5 13 8-8M15 8.500l2.5 2.5"/>',
    "lock": '<rect x="5.5" y="10.5" width="13" height="9" rx="2"/><path d="M8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.5"/>',
    "mail": '<rect x="3.5" y="6" width="17" height="12.5" rx="2"/><path d="m4 8 8 5.500L20 8"/>',
    "pencil": '<path d="m5 19 1-4L16.5 4.500l3 3L9 18l-4 1Z"/>',
    "people": (
        '<circle cx="9" cy="8.5" r="3.5"/><path d="M3 19.500c.5-4 2.8-6 6-6s5.5 2 6 6"/>'
        '<rect x="15.5" y="5" width="5.5" height="5.5" rx=".5"/><path d="M17 13.600c2.3.3 3.6 2.3 4 5.9"/>'
    ),
    "phone": (
        '<path d="M6 4.500h3l1.5 4-2 1.500a11 11 0 0 0 5.5 5.500l1.5-2 4 1.500v3c0 .8-.7 1.5-1.5 1.500A14.5 14.5 0 0 1 '
        '4.5 6c0-.8.7-1.5 1.5-1.500Z"/>'
    ),
    "pin": (
        '<path d="M12 20.500c4.5-4.7 6.5-7.7 6.5-10.500a6.5 6.5 0 1 0-13 0c0 2.8 2 5.8 6.5 10.500Z"/>'
        '<circle cx="12" cy="10" r="2.3"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
    "speech": '<path d="M4 5.500h16v10.500h-9l-4.5 3.500V16H4Z"/>',
    "walk": (
        '<circle cx="13" cy="4.8" r="1.7"/>'
        '<path d="m9 21 2.5-6 3 2.500V21M11.5 15l1-6-3.5 2-1 3M12.5 9l2.5 3 2.5.5"/>'
    ),
    "warning": '<path d="M12 4.5 3.5 19.500h17Z"/><path d="M12 10v4.500M12 17v.2"/>',
}
