/// A page for tests of what is published.
enum DialectPage {
  /// Everything that the dialect knows.
  static let everything = #"""
    # Everything {#all .x}

    > **Platforms:** `claude`

    !!! note "Title"
        Body with `code`, ==marks==, ~~strikes~~, H~2~O, x^2^, ^^more^^ and :smile:.

    ??? tip "Folded"
        More

    === "One"

        ```python title="x.py" linenums="1" hl_lines="1"
        def x(): return "y"  # (1)!
        ```

        1. A note

    === "Two"

        - [x] done
        - [ ] open

    | a | b |
    |:-:|--:|
    | 1 | 2 |

    Term
    :   Definition[^1]

    [^1]: A footnote.

    *[LLM]: Large language model

    An LLM at https://example.org or a@example.org. [Button](index.md){ .button }

    > [!WARNING]
    > An alert

    :::tip[Aside]
    Text
    :::

    ```mermaid
    graph TD; A-->B
    ```

    ```prompt
    TURN 1
    Do {this}
    ```

    <div class="grid cards" markdown>

    - Card

    </div>

    ![Picture](p.png){ width=10 align=left }

    ---

    1. one
    3. two
    """#
}
