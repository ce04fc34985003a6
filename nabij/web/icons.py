"""Icons, drawn for Nabij: 24 px, a line of 1.75 px, and always with a word beside them."""

ICONS = {
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15Z"/><path d="M10 20.5h4"/>',
    "bin": '<path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7"/>',
    "book": (
        '<path d="M12 6.5C10 5 7 4.8 4 5.3v13c3-.5 6-.3 8 1.2 2-1.5 5-1.7 8-1.2v-13c-3-.5-6-.3-8 1.2Z"/>'
        '<path d="M12 6.5v13"/>'
    ),
    "calendar": '<rect x="4.5" y="6" width="15" height="13.5" rx="2"/><path d="M4.5 10.5h15M8.5 3.8v4M15.5 3.8v4"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "clock": '<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>',
    "copy": '<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 5.5v-1h-11v11h1"/>',
    "cross": '<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>',
    "eye": (
        '<path d="M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12Z"/>'
        '<circle cx="12" cy="12" r="2.7"/>'
    ),
    "globe": (
        '<circle cx="12" cy="12" r="8"/>'
        '<path d="M4 12h16M12 4c2.7 2.3 4 5 4 8s-1.3 5.7-4 8c-2.7-2.3-4-5-4-8s1.3-5.7 4-8Z"/>'
    ),
    "home": '<path d="M4 11.5 12 4.5l8 7"/><path d="M6.5 10v9.5h11V10"/><path d="M10 19.5v-5h4v5"/>',
    "houses": ('<path d="M3.5 19.5V12L8 8l4.5 4v7.5"/><path d="M12.5 10 16 7l4.5 4v8.5"/><path d="M3 19.5h18"/>'),
    "key": '<circle cx="8" cy="15.5" r="3.5"/><path d="m10.5 13 8-8M15 8.5l2.5 2.5"/>',
    "lock": '<rect x="5.5" y="10.5" width="13" height="9" rx="2"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>',
    "mail": '<rect x="3.5" y="6" width="17" height="12.5" rx="2"/><path d="m4 8 8 5.5L20 8"/>',
    "pencil": '<path d="m5 19 1-4L16.5 4.5l3 3L9 18l-4 1Z"/>',
    "people": (
        '<circle cx="9" cy="8.5" r="3.5"/><path d="M3 19.5c.5-4 2.8-6 6-6s5.5 2 6 6"/>'
        '<rect x="15.5" y="5" width="5.5" height="5.5" rx=".5"/><path d="M17 13.6c2.3.3 3.6 2.3 4 5.9"/>'
    ),
    "phone": (
        '<path d="M6 4.5h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3c0 .8-.7 1.5-1.5 1.5A14.5 14.5 0 0 1 '
        '4.5 6c0-.8.7-1.5 1.5-1.5Z"/>'
    ),
    "pin": (
        '<path d="M12 20.5c4.5-4.7 6.5-7.7 6.5-10.5a6.5 6.5 0 1 0-13 0c0 2.8 2 5.8 6.5 10.5Z"/>'
        '<circle cx="12" cy="10" r="2.3"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
    "speech": '<path d="M4 5.5h16v10.5h-9l-4.5 3.5V16H4Z"/>',
    "walk": (
        '<circle cx="13" cy="4.8" r="1.7"/><path d="m9 21 2.5-6 3 2.5V21M11.5 15l1-6-3.5 2-1 3M12.5 9l2.5 3 2.5.5"/>'
    ),
    "warning": '<path d="M12 4.5 3.5 19.5h17Z"/><path d="M12 10v4.5M12 17v.2"/>',
}
