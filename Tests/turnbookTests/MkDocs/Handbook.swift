/// A guide for MkDocs that uses what such guides use.
enum Handbook {
  static func files(directoryURLs: Bool = true) -> [String: String] {
    [
      "mkdocs.yml": """
      INHERIT: base.yml
      site_name: Workshop
      site_url: https://example.org/workshop/
      use_directory_urls: \(directoryURLs)
      copyright: Copyright &copy; 2026 <a href="https://example.org/">The workshop</a>
      edit_uri: edit/main/docs/
      nav:
        - index.md
        - Guides:
            - guides/index.md
            - The lathe: guides/lathe.md
            - guides/saw.md
        - Elsewhere: https://example.org/
        - https://example.com/
        - Journal: journal/index.md
        - Tags: tags.md
      exclude_docs: |
        *.draft.md
        !kept.draft.md
        /notes/
      draft_docs: |
        soon.md
      not_in_nav: |
        orphan.md
      extra_css: [css/site.css]
      extra_javascript:
        - js/site.js
        - path: js/module.js
          type: module
      validation:
        links:
          anchors: ignore
      watch: [README.md]
      plugins:
        - search
        - tags
        - blog:
            blog_dir: journal
            pagination_per_page: 2
        - redirects:
            redirect_maps:
              old/lathe.md: guides/lathe.md
              old/saw.md: guides/saw.md#blades
      extra:
        social:
          - icon: fontawesome/brands/github
            link: https://github.com/example
          - icon: fontawesome/solid/paper-plane
            link: mailto:shop@example.org

      """,
      "base.yml": """
      repo_url: https://github.com/example/workshop
      theme:
        name: material
        language: !ENV [WORKSHOP_LANGUAGE, en]
        features: [content.action.edit, navigation.indexes]
        palette:
          - scheme: default
            primary: deep purple
          - scheme: slate
            primary: teal
      markdown_extensions:
        - admonition
        - attr_list
        - footnotes
        - pymdownx.details
        - pymdownx.superfences
        - pymdownx.emoji:
            emoji_index: !!python/name:material.extensions.emoji.twemoji
            emoji_generator: !!python/name:material.extensions.emoji.to_svg
        - pymdownx.snippets:
            base_path: [docs, shared]
            auto_append: [abbreviations.md]
        - abbr
        - pymdownx.tabbed:
            alternate_style: true
            slugify: !!python/object/apply:pymdownx.slugs.slugify
              kwds:
                case: lower
        - toc:
            permalink: true

      """,
      "README.md": "# Not a page\n",
      "shared/abbreviations.md": "*[HSS]: high-speed steel\n",
      "shared/safety.md": "## Wear glasses\n\nAlways.\n",
      "docs/index.md": """
      # Workshop & more

      HSS is what [tools](guides/lathe.md#cutting) are made of.

      ## Überall – *everywhere*
      ## Same
      ## Same
      ## Chosen { #my-anchor }
      ## Hidden { data-search-exclude }

      A note[^1].

      [^1]: Of little worth.

      """,
      "docs/guides/index.md": "---\ntags: [Machines, HTML5]\n---\n# Guides\n",
      "docs/guides/lathe.md": """
      ---
      tags:
        - Machines
      ---

      # The lathe

      --8<-- "safety.md"

      ## Cutting

      === "Steel & iron"

          Slowly.

      === ":material-tree: Wood"

          Fast.

      === "Steel & iron"

      """,
      "docs/guides/saw.md": "# Saw\n\n## Blades\n\n!!! note\n    ### Inside\n",
      "docs/_static/plan.txt": "a plan\n",
      "docs/_parts/part.md": "# Part\n",
      "docs/one.draft.md": "# One\n", "docs/kept.draft.md": "# Kept\n",
      "docs/notes/a.md": "# A\n", "docs/soon.md": "# Soon\n", "docs/orphan.md": "# Orphan\n",
      "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
      "docs/css/site.css": ":root { --x: 1 }\n", "docs/js/site.js": "1;\n",
      "docs/js/module.js": "2;\n",
      "docs/journal/index.md": "# Journal\n",
      "docs/journal/posts/first.md": """
      ---
      date: 2025-12-31
      categories: [News, The saw]
      ---

      # We're open & running

      It begins. [Look](../../guides/saw.md#blades). So[^1].

      <!-- more -->

      [^1]: And so on.

      ## Further down

      """,
      "docs/journal/posts/second.md": """
      ---
      date:
        created: 2026-01-02
      slug: chosen-name
      categories:
        - News
      ---

      # Second

      All of it.

      """,
      "docs/journal/posts/third.md": "---\ndate: 2026-03-04\n---\n\n# Third\n\nText.\n",
      "docs/journal/posts/hidden.md": "---\ndate: 2026-03-05\ndraft: true\n---\n\n# Hidden\n",
    ]
  }
}
