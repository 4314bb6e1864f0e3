/// How a picture looks: dark where the reader's screen is, light on paper and wherever a program knows
/// no such thing. Every colour of text has a contrast of 4.5 to what it lies on.
enum PictureStyle {
  static let text: StaticString = """
    .ground{fill:#fff}
    text{fill:#1b2430;white-space:pre}
    .title text{font-size:21px;font-weight:700}
    .small,.small text{font-size:12px;fill:#596579}
    .faint,.faint text{fill:#5f6b7e}
    .t text{font-size:14px}
    .name{font-size:13px;font-weight:700}
    .name.user{fill:#1f55b5}
    .name.assistant{fill:#146c5c}
    .name.faint{fill:#5f6b7e}
    .sent{fill:#1f55b5}
    .warning,.warning text{fill:#b42318;font-weight:600}
    .figure{font-variant-numeric:tabular-nums}
    .box{fill:#fff;stroke:#c6ccd6}
    .box.user{fill:#e9f0fd;stroke:#b3c9f3}
    .box.assistant{fill:#edf7f4;stroke:#b5d9cf}
    .box.summary{fill:#fdf6e3;stroke:#dcc27c}
    .box.cut{fill:none;stroke:#98a2b3;stroke-dasharray:5 4}
    .rail,.way,.bracket,.rule,.tick,.limit{fill:none;stroke:#2f6fde;stroke-width:3}
    .way{stroke:#aab3c2;stroke-width:2}
    .aside{stroke-dasharray:2 5;stroke-linecap:round}
    .dot{fill:#2f6fde;stroke:#fff;stroke-width:2}
    .dot.open,.start{fill:#fff;stroke:#2f6fde}
    .dot.other{fill:#fff;stroke:#8a95a8}
    .start{stroke-width:2}
    .bracket{stroke:#b8860b;stroke-width:1.5}
    .rule{stroke:#c6ccd6;stroke-width:1}
    .rule.cut{stroke:#98a2b3;stroke-dasharray:5 4}
    .rule.sent{stroke:#2f6fde}
    .check{fill:none;stroke:#8a95a8}
    .check.done{fill:#2f6fde;stroke:#2f6fde}
    .tick{stroke:#fff;stroke-width:2}
    .limit{stroke:#b42318;stroke-width:2}
    .part.system{fill:#7565e8}
    .part.goal{fill:#cf4d49}
    .part.remembered{fill:#b7791f}
    .part.summary{fill:#3a80c9}
    .part.history{fill:#2a9186}
    .part.current{fill:#4c9a3f}
    .part.free{fill:none;stroke:#98a2b3}
    .part.answer{fill:#98a2b3}
    @media screen and (prefers-color-scheme:dark){
    .ground{fill:#14181f}
    text{fill:#e3e8f0}
    .small,.small text{fill:#9fabbd}
    .faint,.faint text{fill:#98a4b6}
    .name.user{fill:#93b8ff}
    .name.assistant{fill:#74d3bd}
    .name.faint{fill:#98a4b6}
    .sent{fill:#93b8ff}
    .warning,.warning text{fill:#ff9b8f}
    .box{fill:#14181f;stroke:#3a4453}
    .box.user{fill:#18253f;stroke:#2f4a7d}
    .box.assistant{fill:#142a27;stroke:#2a544b}
    .box.summary{fill:#2b2513;stroke:#6b5a24}
    .box.cut{fill:none;stroke:#5b677a}
    .rail{stroke:#5e93f2}
    .way{stroke:#4a5567}
    .dot{fill:#5e93f2;stroke:#14181f}
    .dot.open,.start{fill:#14181f;stroke:#5e93f2}
    .dot.other{fill:#14181f;stroke:#77839a}
    .bracket{stroke:#c9a23c}
    .rule{stroke:#3a4453}
    .rule.cut{stroke:#5b677a}
    .rule.sent{stroke:#5e93f2}
    .check{stroke:#77839a}
    .check.done{fill:#5e93f2;stroke:#5e93f2}
    .tick{stroke:#14181f}
    .limit{stroke:#ff9b8f}
    .part.free{stroke:#5b677a}
    .part.answer{fill:#5b677a}
    }

    """
}
