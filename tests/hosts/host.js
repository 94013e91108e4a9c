// What all these pages have in common: a column of an article, the address of the frame, and what the
// frame has said. The pages stand for other people's; the tests in tests/browser/hosts.rs open them.
"use strict";
var column = document.getElementById("column");
var wanted = new URLSearchParams(location.search).get("frame");
// What came, so that a test can see that it stops coming.
var heard = [];
addEventListener("message", function (event) { heard.push(event.data); });

// A plain frame in the column, with further attributes.
function frame(attributes, address) {
  var one = document.createElement("iframe");
  one.setAttribute("width", "100%");
  one.setAttribute("height", "150");
  one.setAttribute("frameborder", "0");
  one.setAttribute("scrolling", "no");
  one.title = "Clausemap";
  for (var name in attributes) one.setAttribute(name, attributes[name]);
  one.src = address || wanted;
  column.appendChild(one);
  return one;
}
