import Diagnostics
import Reporting
import Testing

@Suite("Reports for GitHub Actions")
struct GitHubReportTests {
  @Test("each finding is one command, its place in properties, its words with what else is said")
  func commands() {
    #expect(
      SampleReport.written(as: .github) == """
        ::error title=TB-L001::bad ␛[2J,␍␊line: 100%25
        ::warning file=/gone/z.md,title=TB-M010::not read%0Anote: like here at ../gone.md
        ::notice file=content/a.md,title=TB-M011::whole file
        ::error file=content/a.md,line=3,col=11,endLine=3,endColumn=23,title=TB-L001::there is no \
        page "few-shoot.md"%0Anote: the folder has 3 pages%0Ahelp: write "few-shot.md"
        ::notice file=content/a.md,line=5,col=1,endLine=9,title=TB-M011::the code says <nothing> & \
        "less"
        ::warning file=content/b c%2Cd%3A100%25.md,line=3,col=1,endLine=3,endColumn=10,\
        title=TB-M010::[x](y) is defined again%0Anote: it is defined first at \
        content/b c,d:100%25.md:1:3%0Ahelp: remove one

        """)
  }

  @Test("what a command holds is what a runner reads out of it")
  func roundTrip() {
    let path = "a%0A:b,c\r\nd%25.md"
    let message = "100% of ::error:: are %0A"
    let diagnostic = Diagnostic(SampleReport.link, .error, message, path: path)
    let text = SampleReport.written([diagnostic], as: .github)
    #expect(text.split(separator: "\n").count == 1)
    // As GitHub's runner does: `%25` last.
    func read(_ text: some StringProtocol, _ signs: [(String, String)]) -> String {
      (signs + [("%25", "%")]).reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
    let ends: [(String, String)] = [("%0D", "\r"), ("%0A", "\n")]
    let start = text.dropFirst("::error file=".count)
    let file = start.prefix { $0 != "," }
    #expect(read(file, ends + [("%3A", ":"), ("%2C", ",")]) == path)
    let rest = start.dropFirst(file.count)
    #expect(rest.hasPrefix(",title=TB-L001::"))
    #expect(
      read(rest.dropFirst(",title=TB-L001::".count).dropLast(), ends) == message)
  }

  @Test("without findings there is nothing")
  func empty() {
    #expect(SampleReport.written([], as: .github).isEmpty)
  }
}
