import Diagnostics
import Reporting
import Testing

@Suite("Reports in XML")
struct XMLReportTests {
  @Test("a clean JUnit report has one test that passes")
  func clean() {
    #expect(
      SampleReport.written([], as: .junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="turnbook" tests="1" failures="0" errors="0">
          <testsuite name="turnbook" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="turnbook" name="no findings"/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("in JUnit, a file is a test that fails for what matters enough; the rest is told")
  func junit() {
    let diagnostics = [SampleReport.missing, SampleReport.block]
    #expect(
      SampleReport.written(diagnostics, as: .junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="turnbook" tests="1" failures="1" errors="0">
          <testsuite name="turnbook" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="turnbook" name="content/a.md" file="content/a.md">
              <failure type="TB-L001" message="there is no page &quot;few-shoot.md&quot;">\
        content/a.md:3:11: error: there is no page &quot;few-shoot.md&quot; [TB-L001]
           note: the folder has 3 pages
           help: write &quot;few-shot.md&quot;
        </failure>
              <system-out>\
        content/a.md:5:1: note: the code says &lt;nothing&gt; &amp; &quot;less&quot; [TB-M011]
        </system-out>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("Checkstyle's form has files, and their findings as errors")
  func checkstyle() {
    let diagnostics = [SampleReport.missing, SampleReport.whole, SampleReport.second]
    #expect(
      SampleReport.written(diagnostics, as: .checkstyle) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="content/a.md">
            <error severity="info" message="whole file" source="turnbook.TB-M011"/>
            <error line="3" column="11" severity="error" message="there is no page \
        &quot;few-shoot.md&quot;&#10;note: the folder has 3 pages&#10;help: write \
        &quot;few-shot.md&quot;" source="turnbook.TB-L001"/>
          </file>
          <file name="content/b c,d:100%.md">
            <error line="3" column="1" severity="warning" message="[x](y) is defined \
        again&#10;note: it is defined first at content/b c,d:100%.md:1:3&#10;help: remove one" \
        source="turnbook.TB-M010"/>
          </file>
        </checkstyle>

        """)
    #expect(
      SampleReport.written([], as: .checkstyle)
        == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n</checkstyle>\n"
    )
  }
}
