// The page's own script, in the manner of its time: a small $ kept to itself, a search over the list, and a form around the whole page.
(function () {
  'use strict';
  var $ = function (selector) { return [].slice.call(document.querySelectorAll(selector)); };
  var fold = function (text) { return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd'); };

  $('.ngay').forEach(function (box) {
    box.textContent = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  });

  // What the default button of the one big form does: it leaves the page. Whoever fills the form below must never end here by pressing Enter.
  var wanted = new URLSearchParams(location.search).get('tim');
  if (wanted) {
    $('#txtTim').forEach(function (box) { box.value = wanted; });
    $('.thu-tuc tbody tr').forEach(function (row) { row.hidden = fold(row.textContent).indexOf(fold(wanted)) < 0; });
  }

  $('#len-dau').forEach(function (link) {
    link.addEventListener('click', function (event) { event.preventDefault(); window.scrollTo(0, 0); });
  });

  // The payment whose id stands in the address: opened again next week, or on another phone, it shows where things stand.
  $('dvc-payment').forEach(function (payment) {
    var id = new URLSearchParams(location.search).get('ma');
    if (id) payment.setAttribute('payment', id);
    else payment.replaceWith('Địa chỉ này thiếu mã của khoản thanh toán. Ông/bà mở lại đường dẫn trong xác nhận đã nộp hồ sơ.');
  });

  // The dossier whose code stands in the address: the citizen still shows the second factor.
  $('dvc-status').forEach(function (status) {
    var code = new URLSearchParams(location.search).get('ma');
    if (code) status.setAttribute('dossier', code);
  });

  // Asks how it went, about a dossier: once for each, and never before what the citizen came for is done.
  var ask = function (dossier, access) {
    $('.mau-gop-y').forEach(function (template) {
      var survey = template.content.querySelector('dvc-survey').cloneNode(true);
      survey.setAttribute('dossier', dossier);
      if (access) survey.invitation = { access: access };
      template.after(survey);
      template.remove();
      // Loaded with the question, not with the form.
      import('/dvc/survey.js');
    });
  };
  $('dvc-form').forEach(function (form) {
    form.addEventListener('dvc-submitted', function (event) { ask(event.detail.dossierCode); });
  });
  $('dvc-status').forEach(function (status) {
    // 9: there is a result; 10: it was handed over.
    var look = function (event) { if (/^(9|10)$/.test(event.detail.code)) ask(event.detail.dossier, status.entered && status.entered.token); };
    status.addEventListener('dvc-ready', look);
    status.addEventListener('dvc-change', look);
  });

  // What a link or a QR code is about: codes, which no one is asked for.
  $('dvc-survey').forEach(function (survey) {
    var asked = new URLSearchParams(location.search);
    if (asked.get('co-quan')) survey.setAttribute('agency', asked.get('co-quan'));
    if (asked.get('thu-tuc')) survey.setAttribute('procedure', asked.get('thu-tuc'));
  });

  // What is published, by its newest version; an officer who publishes changes nothing here.
  var form = new URLSearchParams(location.search).get('form');
  $('.danh-muc').forEach(function (box) {
    if (form && /^[a-z0-9][a-z0-9/-]*$/.test(form)) {
      $('.bieu-mau')[0].append($('.mau-bieu-mau')[0].content.cloneNode(true));
      $('.bieu-mau dvc-form')[0].setAttribute('src', '/forms/' + form + '/latest.json');
      return;
    }
    box.hidden = false;
    fetch('/forms/index.json').then(function (reply) { return reply.json(); }).then(function (index) {
      var seen = {};
      index.forms.filter(function (each) { return each.kind === 'form'; }).forEach(function (each) { seen[each.id] = each.title; });
      Object.keys(seen).sort(function (a, b) { return seen[a].localeCompare(seen[b], 'vi'); }).forEach(function (id) {
        var link = document.createElement('a');
        link.href = '/thu-tuc.html?form=' + id;
        link.textContent = seen[id];
        $('.cac-thu-tuc')[0].appendChild(document.createElement('li')).append(link);
      });
      $('.khong-co')[0].hidden = Object.keys(seen).length > 0;
    });
  });

  // ASP.NET's WebForm_FireDefaultButton: Enter anywhere in the page's form, but not in a text area, presses its default button.
  $('#aspnetForm').forEach(function (form) {
    form.addEventListener('keypress', function (event) {
      if (event.key !== 'Enter' || event.target.tagName === 'TEXTAREA' || event.target.tagName === 'A') return;
      event.preventDefault();
      $('#btnTim')[0].click();
    });
  });

  // Habits of the kind: a key listener on the document, and a handler for every click.
  document.addEventListener('keydown', function (event) { if (event.key === 'F2') { var box = $('#txtTim')[0]; if (box) box.focus(); } });
  document.addEventListener('click', function () { document.body.className = document.body.className; });
})();
