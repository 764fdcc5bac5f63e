use maud::{Markup, html};

use super::field::Fields;

impl Fields<'_> {
    /// Everything to mend, at the top of the page, in the same words as beside each field; each line leads to its field.
    /// Nothing when nothing is refused. Set `frame.errors` too, so that the title says so.
    pub fn summary(&self) -> Markup {
        let Some(refusal) = self.refusal else { return html! {} };
        let w = self.w;
        html! {
            div class="errsum" role="alert" tabindex="-1" aria-labelledby=(self.id("errors")) {
                h2 id=(self.id("errors")) { (w.t("web-errors-title")) }
                ul {
                    @for fault in refusal.each() {
                        li {
                            @match fault.field {
                                Some(field) => a href={ "#" (self.id(field)) } { (w.refusal(fault)) },
                                None => (w.refusal(fault)),
                            }
                        }
                    }
                }
            }
        }
    }
}
