import Testing

/// The expected HTML is what dialect.md describes.
struct CodeBlockTests {
  @Test(
    "a code block",
    arguments: [
      DialectCase(
        "has a title, line numbers and marked lines",
        #"""
        ```python title="x.py" linenums="1" hl_lines="2"
        a
        b <c>
        ```
        """#,
        #"""
        <div class="code" data-language="python"><p class="code-title">x.py</p><pre><code class="language-python"><span class="line" data-line="1">a
        </span><span class="line hl" data-line="2">b &lt;c&gt;
        </span></code></pre></div>
        """#),
      DialectCase(
        "numbers its lines from any number, and marks ranges",
        #"""
        ``` py hl_lines="1-2,4" linenums="10"
        a
        b
        c
        d
        ```
        """#,
        #"""
        <div class="code" data-language="py"><pre><code class="language-py"><span class="line hl" data-line="10">a
        </span><span class="line hl" data-line="11">b
        </span><span class="line" data-line="12">c
        </span><span class="line hl" data-line="13">d
        </span></code></pre></div>
        """#),
      DialectCase(
        "may have its attributes in braces",
        #"""
        ~~~ { .c title='a "b"' }
        a;
        ~~~
        """#,
        #"""
        <div class="code" data-language="c"><p class="code-title">a &quot;b&quot;</p><pre><code class="language-c">a;
        </code></pre></div>
        """#),
      DialectCase(
        "of no language or of text is not highlighted",
        #"""
        ``` text
        a <b>
        ```

        ```
        plain
        ```

            indented
        """#,
        #"""
        <div class="code" data-language="text"><pre><code class="language-text">a &lt;b&gt;
        </code></pre></div>
        <div class="code"><pre><code>plain
        </code></pre></div>
        <div class="code"><pre><code>indented
        </code></pre></div>
        """#),
      DialectCase(
        "of a diagram stays readable",
        #"""
        ```mermaid
        graph TD
        ```
        """#,
        #"""
        <div class="code" data-language="mermaid"><pre><code class="language-mermaid">graph TD
        </code></pre></div>
        """#),
      DialectCase(
        "keeps what looks like the dialect",
        #"""
        ```
        !!! note
            {: .x } :smile: [^1] ==a==

        === "T"
        ```
        `{: .x } :smile: ==a==`
        """#,
        #"""
        <div class="code"><pre><code>!!! note
            {: .x } :smile: [^1] ==a==

        === &quot;T&quot;
        </code></pre></div>
        <p><code>{: .x } :smile: ==a==</code></p>
        """#),
      DialectCase(
        "that is never closed ends with its admonition",
        #"""
        !!! note
            unclosed

            ```py
            x
        next
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>unclosed</p>
        <div class="code" data-language="py"><pre><code class="language-py">x
        </code></pre></div>
        </div>
        <p>next</p>
        """#),
      DialectCase(
        "keeps its own indentation and blank lines in a container",
        #"""
        === "A"
            ```text
            a
              b

                c
            ```
        """#,
        #"""
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">A</p>
        <div class="code" data-language="text"><pre><code class="language-text">a
          b

            c
        </code></pre></div>
        </div>
        </div>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
