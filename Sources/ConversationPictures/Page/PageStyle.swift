/// How the page of a conversation looks, besides the pictures on it.
enum PageStyle {
  static let text = """

    :root{color-scheme:light dark;--ground:#fff;--ink:#1b2430;--soft:#596579;--line:#c6ccd6;
    --user:#e9f0fd;--user-line:#b3c9f3;--user-ink:#1f55b5;--answer:#edf7f4;--answer-line:#b5d9cf;
    --answer-ink:#146c5c;--short:#fdf6e3;--short-line:#dcc27c;--fault:#b42318}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#14181f;--ink:#e3e8f0;
    --soft:#9fabbd;--line:#3a4453;--user:#18253f;--user-line:#2f4a7d;--user-ink:#93b8ff;
    --answer:#142a27;--answer-line:#2a544b;--answer-ink:#74d3bd;--short:#2b2513;
    --short-line:#6b5a24;--fault:#ff9b8f}}
    body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
    header,main,footer{max-width:46rem;margin:auto;padding:1rem}
    header{padding-top:2rem}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}
    footer h2{font-size:1.1rem}
    footer p{margin:.25rem 0}
    a{color:inherit;text-underline-offset:.15em}
    .facts,.note,.mark,nav,article a,summary{color:var(--soft);font-size:.85rem}
    header p,nav{margin:.5rem 0;overflow-wrap:anywhere}
    .steps{list-style:none;padding:0;margin:.5rem 0}
    .steps li{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
    article{border:1px solid var(--line);border-radius:.75rem;margin:.75rem 0;padding:.6rem 1rem}
    article:target{outline:3px solid var(--user-ink);outline-offset:2px}
    .user{background:var(--user);border-color:var(--user-line);margin-left:8%}
    .assistant{background:var(--answer);border-color:var(--answer-line);margin-right:8%}
    article.summary{background:var(--short);border-color:var(--short-line)}
    article h2{display:flex;flex-wrap:wrap;gap:0 .75rem;justify-content:space-between;
    font-size:.85rem;margin:0 0 .25rem}
    article h2 a{font-weight:400;text-decoration:none;min-width:0;overflow-wrap:anywhere}
    article h2 a:hover{text-decoration:underline}
    .user .role{color:var(--user-ink)}
    .assistant .role{color:var(--answer-ink)}
    .text,header p{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
    article.cut{background:none;border-style:dashed;color:var(--soft)}
    .mark{display:flex;align-items:center;gap:.75rem;margin:1rem 0}
    .mark::after{content:"";flex:1;border-top:1px dashed var(--line)}
    .mark.sent{color:var(--user-ink)}
    .mark.sent::after{border-top:1px solid var(--user-ink)}
    .warning{color:var(--fault);overflow-wrap:anywhere;margin:.25rem 0}
    details{border-left:2px solid var(--line);margin:.75rem 0 .75rem .5rem;padding-left:1rem}
    details.aside{border-left-style:dotted}
    summary{cursor:pointer;overflow-wrap:anywhere}
    .bar{display:block;width:100%;height:2.25rem}
    .sample{width:.9rem;height:.9rem}
    table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums}
    td,th{padding:.1rem .75rem .1rem 0;text-align:right;font-weight:400}
    th{text-align:left}
    @media (max-width:36rem){.user{margin-left:0}.assistant{margin-right:0}}
    @media print{article{break-inside:avoid-page}body{font-size:.85rem}
    details::details-content{content-visibility:visible;height:auto}}

    """
}
